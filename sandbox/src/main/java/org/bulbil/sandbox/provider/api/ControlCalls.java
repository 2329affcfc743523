package org.bulbil.sandbox.provider.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bulbil.sandbox.provider.api.reply.BookReply;
import org.bulbil.sandbox.provider.book.ProviderBook;
import org.bulbil.sandbox.provider.endpoint.Endpoint;
import org.bulbil.sandbox.provider.estate.Estate;
import org.bulbil.sandbox.provider.estate.Message;
import org.bulbil.sandbox.provider.trouble.Trouble;
import org.bulbil.sandbox.provider.trouble.Troubles;

/**
 * The switches of trouble over HTTP. A trouble is {@code {"trouble": "refuse", "status": 503,
 * "detail": "…", "endpoint": "launch", "times": 3}}: {@code refuse}, {@code gibberish}, {@code
 * silence} or {@code lose_answer}; any endpoint where none is named; {@code percent} in place of
 * {@code times} for a share that lasts.
 */
final class ControlCalls {

  private final Estate estate;
  private final ProviderBook book;
  private final Troubles troubles;

  ControlCalls(Estate estate, ProviderBook book, Troubles troubles) {
    this.estate = estate;
    this.book = book;
    this.troubles = troubles;
  }

  Answer answer(Control control, Form form) {
    return switch (control) {
      case MAKE_TROUBLE -> makeTrouble(form);
      case END_TROUBLES -> done(form, troubles::over);
      case CLOSE_REGION -> closeRegion(form);
      case OPEN_REGION -> openRegion(form);
      case FORGET_CREDITS -> forgetCredits(form);
      case BAN -> ban(form);
      case SAY -> say(form);
      case BOOK -> book(form);
    };
  }

  private Answer makeTrouble(Form form) {
    var trouble = trouble(form);
    var endpoint = endpoint(form);
    var times = form.body("times").wholeIfAny(1, 1_000_000);
    var percent = form.body("percent").wholeIfAny(1, 100);
    return done(form, () -> make(trouble, endpoint, times, percent));
  }

  private void make(
      Trouble trouble,
      Optional<Endpoint> endpoint,
      Optional<Integer> times,
      Optional<Integer> percent) {
    if (percent.isPresent()) {
      endpoint.ifPresentOrElse(
          called -> troubles.share(percent.get(), called, trouble),
          () -> troubles.share(percent.get(), trouble));
    } else {
      endpoint.ifPresentOrElse(
          called -> troubles.next(times.orElse(1), called, trouble),
          () -> troubles.next(times.orElse(1), trouble));
    }
  }

  private static Trouble trouble(Form form) {
    var status = form.body("status").wholeIfAny(400, 599).orElse(503);
    var detail = form.body("detail").textIfAny(0, 10_000).orElse("trouble by request");
    var kind = form.body("trouble").oneOf("refuse", "gibberish", "silence", "lose_answer");
    return switch (kind.orElse("refuse")) {
      case "gibberish" -> new Trouble.Gibberish();
      case "silence" -> new Trouble.Silence();
      case "lose_answer" -> new Trouble.LoseAnswer();
      default -> new Trouble.Refuse(status, detail);
    };
  }

  private static Optional<Endpoint> endpoint(Form form) {
    var names =
        Arrays.stream(Endpoint.values())
            .map(endpoint -> endpoint.name().toLowerCase(Locale.ROOT))
            .toArray(String[]::new);
    return form.body("endpoint").oneOf(names).flatMap(Endpoint::named);
  }

  private Answer closeRegion(Form form) {
    var region = form.path("region").text(1, 64);
    return done(form, () -> troubles.closeRegion(region));
  }

  private Answer openRegion(Form form) {
    var region = form.path("region").text(1, 64);
    return done(form, () -> troubles.openRegion(region));
  }

  private Answer forgetCredits(Form form) {
    var payments = form.body("payments").whole(0, 1_000_000);
    return done(form, () -> troubles.forgetCredits(payments));
  }

  private Answer ban(Form form) {
    var machine = form.machine();
    return form.answer(
        () ->
            estate.ban(machine)
                ? Answer.nothing()
                : Answer.refused(404, "No live server has this id."));
  }

  private Answer say(Form form) {
    var token = form.token();
    var text = form.body("message").text(1, 10_000);
    return form.answer(
        () -> Answer.of(estate.say(token, Message.Sender.SPORESTACK, text), _ -> Answer.nothing()));
  }

  private Answer book(Form form) {
    var after = form.query("after").wholeIfAny(0, Integer.MAX_VALUE).orElse(0);
    return form.answer(
        () -> Answer.list(BookReply.class, book.after(after).stream().map(BookReply::of).toList()));
  }

  private static Answer done(Form form, Runnable act) {
    return form.answer(
        () -> {
          act.run();
          return Answer.nothing();
        });
  }
}
