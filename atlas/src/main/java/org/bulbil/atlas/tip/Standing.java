package org.bulbil.atlas.tip;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bulbil.atlas.network.OwnPage;
import org.bulbil.atlas.network.OwnPage.Proof;
import org.bulbil.atlas.network.Relay;
import org.bulbil.core.contact.Addresses;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.contact.ContactInfo;

/** Where a relay can be paid, or why it cannot. */
sealed interface Standing {

  /**
   * It can.
   *
   * @param isProven whether wallet and identity key vouch for each other
   */
  record Payable(BitcoinAddress address, boolean isProven) implements Standing {}

  /**
   * It cannot: what it names is no address, or another network's.
   *
   * @param written as in the contact line
   * @param bad how many words look like addresses and are none
   */
  record Misaddressed(String written, String why, int bad) implements Standing {}

  /** It names no address at all. */
  record Addressless() implements Standing {}

  /** Reads contact lines, each once. */
  final class Reader {

    private final Chain chain;
    private final Map<String, Standing> unpayable = new HashMap<>();

    Reader(Chain chain) {
      this.chain = chain;
    }

    Standing read(Relay relay) {
      return relay.addresses().isEmpty()
          ? unpayable.computeIfAbsent(contact(relay), this::unpayable)
          : payable(relay);
    }

    /** Words in the line of {@code relay} that look like addresses and are none. */
    static int bad(Relay relay) {
      return Addresses.in(contact(relay)).rejected().size();
    }

    private static String contact(Relay relay) {
      return Objects.requireNonNullElse(relay.details().contact(), "");
    }

    /** A proven address before one that is named as bitcoin's, and that before any other. */
    private static Payable payable(Relay relay) {
      var proven =
          relay
              .page()
              .filter(page -> page.proof() instanceof Proof.Verified)
              .flatMap(OwnPage::address)
              .flatMap(text -> named(relay, text));
      var address =
          proven
              .or(() -> ContactInfo.read(contact(relay)).btc().flatMap(text -> named(relay, text)))
              .orElseGet(() -> relay.addresses().getFirst());
      return new Payable(address, proven.isPresent());
    }

    private static Optional<BitcoinAddress> named(Relay relay, String text) {
      return relay.addresses().stream().filter(one -> one.text().equals(text)).findFirst();
    }

    private Standing unpayable(String contact) {
      var found = Addresses.in(contact);
      int bad = found.rejected().size();
      if (!found.found().isEmpty()) {
        var elsewhere = found.found().getFirst().address();
        var why =
            "its address is one of %s, and this donation is of %s"
                .formatted(elsewhere.chain(), chain);
        return new Misaddressed(elsewhere.text(), why, bad);
      }
      return found.rejected().stream()
          .findFirst()
          .<Standing>map(
              word ->
                  new Misaddressed(word.text(), "what it names is no address: " + word.why(), bad))
          .orElseGet(Addressless::new);
    }
  }
}
