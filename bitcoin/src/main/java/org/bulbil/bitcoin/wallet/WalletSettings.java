package org.bulbil.bitcoin.wallet;

import java.nio.file.Path;
import java.util.List;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.spv.Birthday;

/**
 * Where a wallet lives.
 *
 * @param seedFile twelve words, mode 600; created at the very first start, never overwritten
 * @param database the wallet's SQLite file
 * @param birthday from which block its own header chain starts
 * @param traces files of other parts, such as the journal, that exist only after a first start:
 *     where one is found without a seed, the wallet refuses to start
 */
public record WalletSettings(
    Network network, Path seedFile, Path database, Birthday birthday, List<Path> traces) {

  public WalletSettings {
    traces = List.copyOf(traces);
  }

  /** The usual names in {@code folder}, which must exist. */
  public static WalletSettings in(Path folder, Network network) {
    return new WalletSettings(
        network,
        folder.resolve("seed"),
        folder.resolve("wallet.db"),
        network == Network.REGTEST ? Birthday.GENESIS : Birthday.RECENT,
        List.of());
  }

  public WalletSettings withTraces(Path... files) {
    return new WalletSettings(network, seedFile, database, birthday, List.of(files));
  }
}
