package org.bulbil.atlas.page;

import java.util.Locale;
import org.bulbil.atlas.network.OwnPage.Proof;
import org.bulbil.atlas.network.Relay;

/** What a reader may want to see only, beyond Onionoo's parameters. */
enum Filter {
  /** Relays whose contact line says that they are ours. */
  OURS("ours"),
  /** Relays that name a valid bitcoin address. */
  ADDRESS("with an address"),
  /** Relays whose wallet vouches for them. */
  VERIFIED("verified address");

  private final String words;

  Filter(String words) {
    this.words = words;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String words() {
    return words;
  }

  boolean admits(Relay relay) {
    return switch (this) {
      case OURS -> relay.heritage().isPresent();
      case ADDRESS -> !relay.addresses().isEmpty();
      case VERIFIED -> isVerified(relay);
    };
  }

  static boolean isVerified(Relay relay) {
    return relay.page().map(page -> page.proof() instanceof Proof.Verified).orElse(false);
  }
}
