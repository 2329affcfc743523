package org.bulbil.bitcoin.psbt;

import java.util.Optional;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.selection.Spending;

/**
 * Where the donor's change goes.
 *
 * @param key by which a signer sees that the output is its own; empty for an address that was named
 * @param spending how the change will be spent one day; of a script hash, at its cheapest
 */
public record ChangeTo(Address address, Optional<KeySource> key, Spending spending) {

  /** An address that the donor names. */
  public static ChangeTo of(Address address) {
    var spending =
        switch (address.type()) {
          case P2PKH -> Spending.PKH;
          case P2SH, P2WSH -> Spending.SH_WPKH;
          case P2WPKH -> Spending.WPKH;
          case P2TR -> Spending.TR;
        };
    return new ChangeTo(address, Optional.empty(), spending);
  }

  /** A place of the donor's own descriptor. */
  public static ChangeTo of(Descriptor descriptor, Place place) {
    Network network = descriptor.network();
    return new ChangeTo(
        Address.of(place.script(), network), Optional.of(place.key()), descriptor.spending());
  }
}
