package org.bulbil.sandbox.provider.api.reply;

import io.avaje.jsonb.Json;
import java.math.BigDecimal;
import java.time.Instant;
import org.bulbil.sandbox.provider.estate.Invoice;
import org.jspecify.annotations.Nullable;

/**
 * An invoice.
 *
 * @param paymentUri BIP 21, the amount with eight decimals
 * @param amount cents that will be credited
 * @param fiatPerCoin dollars for one bitcoin, two decimals
 * @param created Unix seconds, like {@code expires} and {@code paid}
 * @param paid 0 while it is not credited
 * @param txid set as soon as a payment is seen in time, confirmed or not
 * @param expired means something only while {@code paid} is 0
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record InvoiceReply(
    String id,
    String paymentUri,
    String cryptocurrency,
    long amount,
    String fiatPerCoin,
    long created,
    long expires,
    long paid,
    @Nullable String txid,
    boolean expired) {

  public static InvoiceReply of(Invoice invoice, Instant now) {
    return new InvoiceReply(
        invoice.id().value(),
        "bitcoin:" + invoice.address() + "?amount=" + decimal(invoice.price().value(), 8),
        "btc",
        invoice.amount().value(),
        decimal(invoice.rate().centsPerBitcoin(), 2),
        invoice.created().getEpochSecond(),
        invoice.expiry().getEpochSecond(),
        invoice.paid().map(Instant::getEpochSecond).orElse(0L),
        invoice.txid().orElse(null),
        invoice.isExpired(now));
  }

  private static String decimal(long units, int places) {
    return BigDecimal.valueOf(units, places).toPlainString();
  }
}
