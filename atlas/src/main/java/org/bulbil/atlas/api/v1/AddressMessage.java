package org.bulbil.atlas.api.v1;

import io.avaje.jsonb.Json;
import org.bulbil.atlas.network.Purse;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.core.contact.BitcoinAddress;
import org.jspecify.annotations.Nullable;

/**
 * A bitcoin address of a contact line, and what the chain says of it.
 *
 * @param kind p2pkh, p2sh, p2wpkh, p2wsh or p2tr
 * @param network mainnet, testnet or regtest
 * @param purse null where the chain was not asked
 */
@Json(naming = Json.Naming.LowerUnderscore)
record AddressMessage(String address, String kind, String network, @Nullable PurseMessage purse) {

  /** Amounts in satoshis; {@code asked} in ISO 8601. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record PurseMessage(long confirmed, long unconfirmed, long received, String asked) {

    static PurseMessage of(Purse purse) {
      return new PurseMessage(
          purse.confirmed().value(),
          purse.unconfirmed().value(),
          purse.received().value(),
          purse.asked().toString());
    }
  }

  static AddressMessage of(BitcoinAddress address, Snapshot snapshot) {
    return new AddressMessage(
        address.text(),
        address.kind().toString(),
        address.chain().toString(),
        snapshot.purse(address).map(PurseMessage::of).orElse(null));
  }
}
