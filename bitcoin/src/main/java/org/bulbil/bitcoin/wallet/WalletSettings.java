package org.bulbil.bitcoin.wallet;

import java.nio.file.Path;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.spv.Birthday;

/**
 * Where a wallet lives.
 *
 * @param seedFile twelve words, mode 600; created at the very first start, never overwritten
 * @param database the wallet's SQLite file
 * @param birthday from which block its own header chain starts
 */
public record WalletSettings(Network network, Path seedFile, Path database, Birthday birthday) {

  /** The usual names in {@code folder}, which must exist. */
  public static WalletSettings in(Path folder, Network network) {
    return new WalletSettings(
        network,
        folder.resolve("seed"),
        folder.resolve("wallet.db"),
        network == Network.REGTEST ? Birthday.GENESIS : Birthday.RECENT);
  }
}
