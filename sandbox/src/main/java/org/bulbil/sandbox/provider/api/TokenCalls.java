package org.bulbil.sandbox.provider.api;

import java.util.List;
import org.bulbil.core.money.Cents;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.provider.api.reply.AddReply;
import org.bulbil.sandbox.provider.api.reply.AmountReply;
import org.bulbil.sandbox.provider.api.reply.InvoiceReply;
import org.bulbil.sandbox.provider.api.reply.MessageReply;
import org.bulbil.sandbox.provider.api.reply.TokenReply;
import org.bulbil.sandbox.provider.book.InvoiceId;
import org.bulbil.sandbox.provider.estate.Estate;
import org.bulbil.sandbox.provider.estate.Message;

/** What may be asked about a token: its money, its invoices, its messages. */
final class TokenCalls {

  /** Far above what anybody funds a token with, far below what overflows. */
  private static final int DOLLARS_MAX = 1_000_000;

  private static final int MESSAGE_MAX = 10_000;

  private final Estate estate;
  private final Time time;

  TokenCalls(Estate estate, Time time) {
    this.estate = estate;
    this.time = time;
  }

  Answer mint() {
    return Answer.text("text/plain; charset=utf-8", estate.mint().value());
  }

  Answer add(Form form) {
    var token = form.token();
    var dollars = form.body("dollars").whole(1, DOLLARS_MAX);
    var currency = form.body("currency").oneOf("xmr", "btc", "bch", "usdt");
    var _ = form.body("affiliate_token").textIfAny(0, 64);
    return form.answer(
        () ->
            currency.orElse("btc").equals("btc")
                ? Answer.of(
                    estate.invoice(token, Cents.dollars(dollars)),
                    invoice -> Answer.json(new AddReply(InvoiceReply.of(invoice, time.now()))))
                : Answer.refused(422, "Only btc is accepted here, not " + currency.get() + "."));
  }

  Answer invoices(Form form) {
    var token = form.token();
    return form.answer(
        () ->
            Answer.list(
                InvoiceReply.class,
                estate.invoices(token).stream()
                    .map(invoice -> InvoiceReply.of(invoice, time.now()))
                    .toList()));
  }

  Answer invoice(Form form) {
    var token = form.token();
    var id = new InvoiceId(form.path("invoice").text(1, 64));
    return form.answer(
        () ->
            Answer.of(
                estate.invoice(token, id),
                invoice -> Answer.json(InvoiceReply.of(invoice, time.now()))));
  }

  Answer balance(Form form) {
    var token = form.token();
    return form.answer(() -> Answer.json(AmountReply.of(estate.balance(token))));
  }

  Answer summary(Form form) {
    var token = form.token();
    return form.answer(() -> Answer.json(TokenReply.of(estate.summary(token))));
  }

  Answer messages(Form form) {
    var token = form.token();
    return form.answer(() -> messages(estate.messages(token)));
  }

  Answer sendMessage(Form form) {
    var token = form.token();
    var text = form.body("message").text(1, MESSAGE_MAX);
    return form.answer(
        () -> Answer.of(estate.say(token, Message.Sender.USER, text), TokenCalls::messages));
  }

  private static Answer messages(List<Message> messages) {
    return Answer.list(MessageReply.class, messages.stream().map(MessageReply::of).toList());
  }
}
