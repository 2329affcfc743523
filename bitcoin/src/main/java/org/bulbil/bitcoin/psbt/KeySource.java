package org.bulbil.bitcoin.psbt;

import fr.acinq.bitcoin.KeyPath;
import fr.acinq.bitcoin.PublicKey;
import fr.acinq.bitcoin.XonlyPublicKey;
import fr.acinq.bitcoin.psbt.KeyPathWithMaster;
import fr.acinq.bitcoin.psbt.TaprootBip32DerivationPath;
import java.util.List;
import java.util.Map;

/**
 * A public key, and how its owner's wallet derives it (BIP32); a signer finds its key by this.
 *
 * @param fingerprint of the master key, or of the extended key where no origin was given
 * @param path from that key
 */
public record KeySource(PublicKey key, long fingerprint, KeyPath path) {

  Map<PublicKey, KeyPathWithMaster> derivation() {
    return Map.of(key, new KeyPathWithMaster(fingerprint, path));
  }

  Map<XonlyPublicKey, TaprootBip32DerivationPath> taprootDerivation() {
    return Map.of(xonly(), new TaprootBip32DerivationPath(List.of(), fingerprint, path));
  }

  XonlyPublicKey xonly() {
    return new XonlyPublicKey(key);
  }
}
