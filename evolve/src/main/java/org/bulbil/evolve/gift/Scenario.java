package org.bulbil.evolve.gift;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bulbil.core.money.Cents;

/**
 * How people give to one relay: at random times, log-normal sizes.
 *
 * @param name as people type it
 * @param mean gift
 * @param sigma deviation of the logarithm of a gift
 * @param ratio of what comes on average to the rent
 */
public record Scenario(String name, Cents mean, double sigma, double ratio) {

  /** Beyond these a gift would be a fortune, or a relay would get a thousand a day. */
  private static final double SIGMA_MAX = 3;

  private static final double RATIO_MAX = 100;

  public static final Scenario BIG = new Scenario("BIG", Cents.dollars(20), 1.0, 1.5);
  public static final Scenario COFFEE = new Scenario("COFFEE", Cents.dollars(6), 1.2, 1.5);
  public static final Scenario SMALL = new Scenario("SMALL", Cents.dollars(2), 0.8, 1.5);
  public static final Scenario SMALL_RICH = new Scenario("SMALL-RICH", Cents.dollars(2), 0.8, 2.5);
  public static final Scenario TINY = new Scenario("TINY", Cents.of(70), 0.6, 3);

  /** Few large gifts first, many small ones last. */
  public static final List<Scenario> ALL = List.of(BIG, COFFEE, SMALL, SMALL_RICH, TINY);

  public Scenario {
    if (mean.isZero()) {
      throw new IllegalArgumentException(name + ": the mean gift must be at least one cent");
    }
    if (!(sigma >= 0 && sigma <= SIGMA_MAX)) {
      throw new IllegalArgumentException(name + ": sigma must be 0 to 3, not " + sigma);
    }
    if (!(ratio >= 0 && ratio <= RATIO_MAX)) {
      throw new IllegalArgumentException(name + ": the ratio must be 0 to 100, not " + ratio);
    }
  }

  /** The named one, in any case of letters; {@link IllegalArgumentException} lists the names. */
  public static Scenario named(String name) {
    return ALL.stream()
        .filter(scenario -> scenario.name.equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  private static String unknown(String name) {
    var names = ALL.stream().map(Scenario::name).collect(Collectors.joining(", "));
    return "there is no scenario '%s'; there are %s".formatted(name, names);
  }

  /** Gifts a day, on average, to a relay that pays {@code rent} a day. */
  public double giftsPerDay(Cents rent) {
    return ratio * rent.value() / mean.value();
  }
}
