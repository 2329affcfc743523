package org.bulbil.sandbox.donors;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.Worker;
import org.bulbil.sandbox.chain.Payment;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.SandboxPurse;
import org.bulbil.sandbox.directory.Listing;

/**
 * Donors at work, on a thread of their own until closed: each has a purse, reads the directory, and
 * pays on the chain. They know nothing of the relays but what the directory tells everybody.
 */
public final class Donors implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Donors.class.getName());

  /**
   * The longest nap. A draw of the waiting time may be cut there and drawn anew without changing
   * anything, since waiting for a Poisson process has no memory.
   */
  private static final Duration NAP = Duration.ofSeconds(2);

  /** What donors bid; blocks of a sandbox are never full. */
  private static final FeeRate BID = FeeRate.ofSatPerVb(2);

  /** A year of gifts for everybody. */
  private static final Sats FORTUNE = Sats.of(200_000_000);

  /** So many coins of a fortune that unconfirmed change need not be spent. */
  private static final int COINS = 8;

  private final List<SandboxPurse> purses;
  private final Generosity generosity;
  private final Supplier<Outcome<List<Listing>>> directory;
  private final Memory memory;
  private final Time time;
  private final RandomGenerator random;
  private final Worker worker;

  private Donors(
      List<SandboxPurse> purses,
      Generosity generosity,
      Supplier<Outcome<List<Listing>>> directory,
      Day day,
      Time time,
      RandomGenerator random) {
    this.purses = purses;
    this.generosity = generosity;
    this.directory = directory;
    this.memory = new Memory(day);
    this.time = time;
    this.random = random;
    this.worker = new Worker("donors", this::work);
  }

  /** As many purses as there are donors, without money yet. */
  public static List<SandboxPurse> purses(RegtestChain chain, int donors) {
    return IntStream.range(0, donors)
        .mapToObj(number -> new SandboxPurse(chain, "donor " + number))
        .toList();
  }

  /** The payments that make {@code purses} rich. */
  public static List<Payment> fortunes(List<SandboxPurse> purses) {
    var coin = Sats.of(FORTUNE.value() / COINS);
    return purses.stream()
        .flatMap(
            purse -> IntStream.range(0, COINS).mapToObj(_ -> new Payment(purse.address(), coin)))
        .toList();
  }

  /**
   * Starts giving.
   *
   * @param purses one for each donor, funded
   * @param random used by the donors' thread alone
   */
  public static Donors start(
      List<SandboxPurse> purses,
      Generosity generosity,
      Supplier<Outcome<List<Listing>>> directory,
      Day day,
      Time time,
      RandomGenerator random) {
    var donors = new Donors(purses, generosity, directory, day, time, random);
    donors.worker.start();
    return donors;
  }

  private void work() throws InterruptedException {
    while (!Thread.currentThread().isInterrupted()) {
      readDirectory();
      waitAndGive();
    }
  }

  private void readDirectory() {
    switch (directory.get()) {
      case Outcome.Done(var listings) -> memory.read(listings, time.now());
      case Outcome.Refused(var why, var _) -> LOG.log(Level.DEBUG, "no directory: {0}", why);
      case Outcome.Unknown(var cause) -> LOG.log(Level.DEBUG, "no directory: {0}", cause);
    }
  }

  private void waitAndGive() throws InterruptedException {
    var relays = memory.living(time.now()).size();
    var wait = relays == 0 ? NAP : generosity.untilNext(relays, random);
    if (relays == 0 || wait.compareTo(NAP) > 0) {
      time.pause(NAP);
      return;
    }
    time.pause(wait);
    generosity.next(memory.living(time.now()), memory.gone(), random).ifPresent(this::give);
  }

  private void give(GiftPlan gift) {
    var paid = giver().pay(gift.to(), gift.amount(), BID);
    LOG.log(
        Level.DEBUG,
        "{0} gift of {1} to {2}: {3}",
        gift.kind(),
        gift.amount(),
        gift.to(),
        paid.summary());
  }

  private SandboxPurse giver() {
    return purses.get(random.nextInt(purses.size()));
  }

  /** Ends the thread and waits for it: nothing is given after this. */
  @Override
  public void close() {
    worker.close();
  }
}
