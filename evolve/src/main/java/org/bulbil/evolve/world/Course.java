package org.bulbil.evolve.world;

/**
 * How a world is run; of all this only {@code seed} and {@code purses} change what happens in it.
 *
 * @param seed of all chance
 * @param purses how coins are kept
 * @param asking which relays are asked
 * @param censusDays days from one census of the genes to the next; 0 for none
 */
public record Course(long seed, Purses purses, Asking asking, int censusDays) {

  /** How coins are kept. */
  public enum Purses {
    /** As the sum and number of coins taken to be equal. */
    LIGHT,
    /** Each coin. */
    FULL
  }

  public Course {
    Bounds.within("census_days", censusDays, 0, 36_500);
  }

  /** Every coin, whoever is due, a census every four weeks. */
  public static Course of(long seed) {
    return new Course(seed, Purses.FULL, Asking.DUE, 28);
  }

  public Course with(Purses others) {
    return new Course(seed, others, asking, censusDays);
  }

  public Course with(Asking other) {
    return new Course(seed, purses, other, censusDays);
  }

  public Course withoutCensus() {
    return new Course(seed, purses, asking, 0);
  }

  Wallets wallets() {
    return switch (purses) {
      case LIGHT -> new LightWallets();
      case FULL -> new CoinWallets();
    };
  }
}
