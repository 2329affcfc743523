package org.bulbil.bitcoin.psbt;

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
    var worth =
        equals < 0
            ? Optional.<Worth>empty()
            : Optional.of(worth(text.substring(equals + 1), network));
    return new NamedCoin(point(equals < 0 ? text : text.substring(0, equals)), worth);
  }

  /** Of {@code TXID:VOUT}. */
  static OutPoint point(String text) {
    try {
      return OutPoint.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'%s' is no coin; write TXID:VOUT or TXID:VOUT=SAT@ADDRESS".formatted(text), e);
    }
  }

  private static Worth worth(String text, Network network) {
    int at = text.indexOf('@');
    var sat = text.substring(0, Math.max(0, at));
    if (!sat.matches("[0-9]{1,16}")) {
      throw new IllegalArgumentException("'%s' is not SAT@ADDRESS".formatted(text));
    }
    return new Worth(Sats.of(Long.parseLong(sat)), Address.parse(text.substring(at + 1), network));
  }
}
