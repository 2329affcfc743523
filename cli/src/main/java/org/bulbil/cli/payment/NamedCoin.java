package org.bulbil.cli.payment;

import java.util.Optional;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.core.money.Sats;

/**
 * A coin as it is typed: {@code TXID:VOUT}, to be looked up, or {@code TXID:VOUT=SAT@ADDRESS}.
 *
 * @param worth empty where the chain is to be asked
 */
record NamedCoin(OutPoint point, Optional<Worth> worth) {

  /** What the coin is, by the word of whoever typed it. */
  record Worth(Sats value, Address address) {}

  static NamedCoin parse(String text, Network network) {
    int equals = text.indexOf('=');
    try {
      return new NamedCoin(
          OutPoint.parse(equals < 0 ? text : text.substring(0, equals)),
          equals < 0 ? Optional.empty() : Optional.of(worth(text.substring(equals + 1), network)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'%s' is no coin; write TXID:VOUT or TXID:VOUT=SAT@ADDRESS".formatted(text), e);
    }
  }

  private static Worth worth(String text, Network network) {
    int at = text.indexOf('@');
    return new Worth(
        Sats.of(Long.parseLong(text.substring(0, Math.max(0, at)))),
        Address.parse(text.substring(at + 1), network));
  }
}
