package org.bulbil.atlas.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bulbil.atlas.network.OwnPage;
import org.bulbil.atlas.network.OwnPage.Proof;
import org.bulbil.atlas.network.Relay;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.money.Cents;

/**
 * Where and how to pay a relay.
 *
 * @param address that gifts go to, in full
 * @param link of BIP21, which opens a wallet
 * @param code address of the QR picture
 * @param presets amounts that a donor may want
 * @param balance of the address; words
 * @param proof whether the address is the relay's own; words, and a mark of the style sheet
 * @param others further addresses of its contact line
 */
public record Give(
    String address,
    String link,
    String code,
    List<Preset> presets,
    String balance,
    String proof,
    String proofMark,
    String verify,
    List<String> others) {

  /** An amount, what it pays for, and its link. */
  public record Preset(String span, String amount, String link) {}

  private static final int MONTH_DAYS = 30;

  static Optional<Give> of(Relay relay, Board board, Links links) {
    return relay.addresses().stream().findFirst().map(address -> of(relay, address, board, links));
  }

  private static Give of(Relay relay, BitcoinAddress address, Board board, Links links) {
    var payment = new Payment(address, relay.details().nickname());
    return new Give(
        address.text(),
        payment.link(),
        links.to(Place.code(relay.fingerprint())),
        presets(relay, payment),
        balance(address, board),
        proof(relay),
        proofMark(relay),
        "bulbil verify " + relay.fingerprint(),
        relay.addresses().stream().skip(1).map(BitcoinAddress::text).toList());
  }

  private static List<Preset> presets(Relay relay, Payment payment) {
    var presets = new ArrayList<Preset>();
    relay.page().ifPresent(page -> presets(page, payment, presets));
    return presets;
  }

  /** Months of rent, at the price at which the relay itself reckons. */
  private static void presets(OwnPage page, Payment payment, List<Preset> presets) {
    if (page.rent().isEmpty() || page.price().isEmpty()) {
      return;
    }
    for (int months : new int[] {1, 3, 12}) {
      var cents = page.rent().get().times((long) months * MONTH_DAYS);
      var sats = page.price().get().satsFor(cents);
      presets.add(
          new Preset(
              Words.count(months, "month"),
              amount(cents, Words.bitcoins(sats)),
              payment.link(sats)));
    }
  }

  private static String amount(Cents cents, String bitcoins) {
    return bitcoins + ", about " + cents;
  }

  private static String balance(BitcoinAddress address, Board board) {
    return board
        .snapshot()
        .purse(address)
        .map(
            purse ->
                Words.bitcoins(purse.confirmed())
                    + " now"
                    + (purse.unconfirmed().isZero()
                        ? ""
                        : ", and " + Words.bitcoins(purse.unconfirmed()) + " on the way")
                    + "; received "
                    + Words.bitcoins(purse.received())
                    + " in all (chain asked at "
                    + Words.minute(purse.asked())
                    + ")")
        .orElse("unknown: the chain has not been asked yet");
  }

  private static String proof(Relay relay) {
    return relay.page().map(OwnPage::proof).map(Give::words).orElse(WORD_OF_LINE);
  }

  private static final String WORD_OF_LINE =
      "This address stands in the relay's own signed descriptor. Whether the wallet is the relay's is"
          + " not proven; anybody can write anybody's address.";

  private static String words(Proof proof) {
    return switch (proof) {
      case Proof.Verified _ ->
          "Verified: the relay names this address in its signed descriptor, and the wallet has signed"
              + " that it is this relay's.";
      case Proof.Refuted(String why) -> "Do not pay: the proof is wrong. " + Shown.text(why);
      case Proof.Absent _ -> WORD_OF_LINE;
    };
  }

  private static String proofMark(Relay relay) {
    return relay
        .page()
        .map(
            page ->
                switch (page.proof()) {
                  case Proof.Verified _ -> "good";
                  case Proof.Refuted _ -> "bad";
                  case Proof.Absent _ -> "fair";
                })
        .orElse("fair");
  }
}
