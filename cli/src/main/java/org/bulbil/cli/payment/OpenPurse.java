package org.bulbil.cli.payment;

import java.nio.file.Path;
import java.util.List;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.keys.SeedFile;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.bitcoin.wallet.WalletSettings;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.wiring.Dice;
import org.bulbil.core.time.Time;

/** A Bulbil wallet of a person, in its folder. */
public record OpenPurse(Wallet wallet, PatientWallet patient) implements AutoCloseable {

  /** Opens the wallet in {@code folder}; never makes one. */
  public static OpenPurse in(Path folder, Network network, List<ChainSource> sources, Time time) {
    if (!new SeedFile(folder.resolve("seed")).exists()) {
      throw new Trouble("there is no wallet in %s: it has no file 'seed'".formatted(folder));
    }
    var wallet = Wallet.open(WalletSettings.in(folder, network), sources, time, Dice.secret());
    return new OpenPurse(wallet, new PatientWallet(wallet, time));
  }

  /** That a coin is not there, and which are. */
  public String without(OutPoint point) {
    var there = wallet.spendable().stream().map(coin -> coin.point() + " (" + coin.value() + ")");
    return "the wallet has no proven coin %s; it has %s"
        .formatted(point, String.join(", ", there.limit(10).toList()));
  }

  @Override
  public void close() {
    wallet.close();
  }
}
