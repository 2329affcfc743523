package org.bulbil.bitcoin.wallet;

import java.nio.file.Path;
import java.util.List;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Seed;
import org.bulbil.bitcoin.keys.SeedFile;
import org.bulbil.bitcoin.spv.Birthday;
import org.bulbil.bitcoin.store.SqliteFile;
import org.bulbil.bitcoin.store.StoreFile;

/**
 * Where a wallet lives.
 *
 * @param seed its words, created at the very first start, never overwritten
 * @param database where it keeps what it knows
 * @param birthday from which block its own header chain starts
 * @param traces files of other parts, such as the journal, that exist only after a first start:
 *     where one is found without a seed, the wallet refuses to start
 */
public record WalletSettings(
    Network network, Seed seed, StoreFile database, Birthday birthday, List<StoreFile> traces) {

  public WalletSettings {
    traces = List.copyOf(traces);
  }

  /** A wallet born now; on regtest, whose chain is short, with the chain. */
  public static WalletSettings of(Network network, Seed seed, StoreFile database) {
    return new WalletSettings(
        network,
        seed,
        database,
        network == Network.REGTEST ? Birthday.GENESIS : Birthday.RECENT,
        List.of());
  }

  /** The usual names in {@code folder}, which must exist. */
  public static WalletSettings in(Path folder, Network network) {
    return of(
        network, new SeedFile(folder.resolve("seed")), new SqliteFile(folder.resolve("wallet.db")));
  }

  public WalletSettings withTraces(StoreFile... files) {
    return new WalletSettings(network, seed, database, birthday, List.of(files));
  }
}
