package org.bulbil.bitcoin.testing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Seed;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.testing.SimulatedDisk.Moment;

/**
 * The seed of a {@link SimulatedDisk}. It draws one of a few, whose keys are derived once for all
 * simulated lives: that takes milliseconds, and who owns which words does not matter there.
 */
final class SimulatedSeed implements Seed {

  private static final int DIFFERENT = 64;

  private static final Map<Choice, Account> ACCOUNTS = new ConcurrentHashMap<>();

  /** One of the few, on a network. */
  private record Choice(long number, Network network) {
    Account account() {
      return Account.of(Words.draw(() -> number), network);
    }
  }

  private final SimulatedDisk disk;
  private Optional<Long> number = Optional.empty();

  SimulatedSeed(SimulatedDisk disk) {
    this.disk = disk;
  }

  @Override
  public boolean exists() {
    return number.isPresent();
  }

  @Override
  public void create(RandomGenerator random) {
    if (exists()) {
      throw new IllegalStateException("there is a seed already");
    }
    long drawn = random.nextInt(DIFFERENT);
    disk.reach(Moment.COMMIT, "seed");
    number = Optional.of(drawn);
    disk.reach(Moment.COMMITTED, "seed");
  }

  @Override
  public Account account(Network network) {
    var choice =
        new Choice(number.orElseThrow(() -> new IllegalStateException("no seed")), network);
    return ACCOUNTS.computeIfAbsent(choice, Choice::account);
  }

  void lose() {
    number = Optional.empty();
  }

  @Override
  public String toString() {
    return "seed";
  }
}
