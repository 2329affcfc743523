package org.bulbil.atlas.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.core.contact.Addresses;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.contact.Heritage;
import org.jspecify.annotations.Nullable;

/** What contact lines say; each is read once, however many relays have it. */
final class Contacts {

  /**
   * What one says.
   *
   * @param addresses on the map's chain
   */
  record Said(List<BitcoinAddress> addresses, Optional<Heritage> heritage) {}

  private static final Said NOTHING = new Said(List.of(), Optional.empty());

  private final Chain chain;
  private final Map<String, Said> read = new HashMap<>();

  Contacts(Chain chain) {
    this.chain = chain;
  }

  Said read(@Nullable String contact) {
    return contact == null
        ? NOTHING
        : read.computeIfAbsent(
            contact, line -> new Said(Addresses.in(line).on(chain), Heritage.find(line)));
  }
}
