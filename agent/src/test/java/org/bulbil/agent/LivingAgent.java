package org.bulbil.agent;

import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bulbil.agent.birth.Birth;
import org.bulbil.agent.clock.Timekeeper;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.order.SignedOrder;
import org.bulbil.agent.purchase.Purchase;
import org.bulbil.agent.relay.Keeper;
import org.bulbil.agent.relay.RelayWorkload;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.status.Porch;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.Provider;
import org.bulbil.tor.process.TorFolder;

/** A production agent that somebody else's clock drives; for tests in packages below this one. */
public final class LivingAgent implements AutoCloseable {

  private static final Path NOWHERE = Path.of("/nowhere");

  private final Household household;
  private final Agent agent;

  private LivingAgent(Household household) {
    this.household = household;
    this.agent = new Agent(household, Porch.closed());
  }

  /** Starts one, or starts it again. */
  public static LivingAgent in(
      SimulatedDisk disk,
      Settings settings,
      Provider provider,
      List<ChainSource> chain,
      Keeper keeper,
      TestingTime time,
      RandomGenerator random) {
    var steady = Timekeeper.steady(time, time, settings.lease().day());
    var files = files(disk);
    return new LivingAgent(
        Household.moveIn(
            files,
            settings,
            provider,
            chain,
            (journal, wallet) ->
                new RelayWorkload(settings, files.tor(), keeper, journal, wallet, steady, random),
            steady,
            random));
  }

  /** Tor keeps nothing: a relay with a nurse whom it never asks makes no family key. */
  private static Disk files(SimulatedDisk disk) {
    return new Disk(
        disk.seed(), disk.file("wallet.db"), disk.file("journal.db"), new TorFolder(NOWHERE));
  }

  public void beat() {
    agent.beat();
  }

  /** Somebody brings an order; whether it is obeyed. */
  public boolean hear(SignedOrder order) {
    return household.obedience().hear(order) instanceof Outcome.Done;
  }

  public Wallet wallet() {
    return household.wallet();
  }

  /** Whether credit for the own rent is being bought. */
  public boolean isBuying() {
    return household.purchases().newest(Purchase.RENT).filter(Purchase::isOpen).isPresent();
  }

  /** What it wrote down last, newest first. */
  public List<Entry> newest(int count) {
    return household.journal().newest(count);
  }

  public boolean isGivingBirth() {
    return household.nursery().book().all().stream().anyMatch(Birth::isUnderWay);
  }

  @Override
  public void close() {
    agent.close();
  }
}
