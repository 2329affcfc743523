package org.bulbil.core.split;

import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.money.Sats;

/**
 * The smallest output that nodes pass on, at 3 sat/vB for making and spending it (Bitcoin Core).
 */
public final class DustLimit {

  private DustLimit() {}

  public static Sats of(BitcoinAddress.Kind kind) {
    return Sats.of(
        switch (kind) {
          case P2PKH -> 546;
          case P2SH -> 540;
          case P2WPKH -> 294;
          case P2WSH, P2TR -> 330;
        });
  }
}
