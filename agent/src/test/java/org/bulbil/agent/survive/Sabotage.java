package org.bulbil.agent.survive;

import java.util.Optional;
import java.util.function.Supplier;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.hosting.Provider;

/**
 * A harness in which one protection is missing. Production code stays as it is; what it lives on
 * undoes what it does.
 */
final class Sabotage {

  /** In one step of the world out of so many somebody forges a block. */
  private static final double FORGERIES = 0.02;

  private final Optional<Protection> missing;

  private Sabotage(Optional<Protection> missing) {
    this.missing = missing;
  }

  static Sabotage none() {
    return new Sabotage(Optional.empty());
  }

  static Sabotage of(Protection missing) {
    return new Sabotage(Optional.of(missing));
  }

  boolean lacks(Protection protection) {
    return missing.filter(protection::equals).isPresent();
  }

  Provider spoil(Provider provider, Tenant tenant) {
    if (lacks(Protection.READBACK)) {
      return new BlindRepeats(provider);
    }
    return lacks(Protection.BUDGETS) ? new OneQueue(provider, tenant) : provider;
  }

  ChainSource spoil(ChainSource server, Supplier<Observer> observer) {
    return lacks(Protection.SHARED_INPUT) ? new FreshCoins(server, observer) : server;
  }

  /** Both servers show a gift in a block that is not in the chain. */
  void turn(World world, Observer observer, Dice dice) {
    if (lacks(Protection.PROOFS) && dice.chance(FORGERIES)) {
      var lie = Liars.gift(observer.address(), dice.between(1, 1_000_000));
      world.servers().forEach(server -> server.forge(lie));
      world.diary.note("a block with a gift is forged");
    } else if (lacks(Protection.PROOFS)) {
      world.servers().forEach(org.bulbil.bitcoin.testing.TestingChainSource::comeClean);
    }
  }
}
