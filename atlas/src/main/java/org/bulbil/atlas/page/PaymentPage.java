package org.bulbil.atlas.page;

import java.util.List;
import java.util.Locale;
import org.bulbil.bitcoin.psbt.UnsignedPayment;

/**
 * A payment that waits for its donor's signature.
 *
 * @param summary a sentence
 * @param facts what it pays and costs
 * @param psbt base64
 */
public record PaymentPage(Frame frame, String summary, List<Fact> facts, String psbt) {

  static PaymentPage of(UnsignedPayment payment, Frame frame) {
    var outputs = payment.transaction().txOut;
    boolean hasChange = payment.change().isPositive();
    return new PaymentPage(
        frame,
        words(
            "Pays %s from %s.",
            Words.count(outputs.size() - (hasChange ? 1 : 0), "recipient"),
            Words.count(payment.coins().size(), "coin")),
        List.of(
            Fact.of("fee", words("%,d sat, %s", payment.fee().value(), payment.rate())),
            Fact.of("size when signed", words("%,d vB at most", payment.vbytes())),
            Fact.of(
                "change",
                hasChange
                    ? words("%,d sat, the last output", payment.change().value())
                    : "none: the coins fit")),
        payment.base64());
  }

  private static String words(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
