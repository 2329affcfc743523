package org.bulbil.evolve.ensemble;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bulbil.core.genome.Genome;
import org.bulbil.evolve.world.Breed;
import org.bulbil.evolve.world.Bulbil;
import org.bulbil.evolve.world.Mycelium;
import org.bulbil.evolve.world.Original;
import org.bulbil.evolve.world.Scenario;

/** Whose relays a world is founded with. */
public enum Entrant {
  /** Ours: production policy and genome, each gene with a neutral control. */
  BULBIL {
    @Override
    public Function<String, Breed> founders(Scenario scenario) {
      var rental = scenario.rental();
      var plan = rental.plan().slug();
      return region ->
          Shadowed.founder(new Bulbil(Genome.founder(region, plan), rental, scenario.limits()));
    }
  },
  /**
   * The relays of 2017. Their 0.05 bitcoin for a clone were 350 days of rent then; so many they
   * still are here, since at today's prices they would never have a child.
   */
  ORIGINAL {
    @Override
    public Function<String, Breed> founders(Scenario scenario) {
      var year = scenario.rental().plan().rentFor(RICH_DAYS);
      return Original.founders(scenario.price().satsFor(year));
    }
  },
  /** Mycelium of Delft. */
  MYCELIUM {
    @Override
    public Function<String, Breed> founders(Scenario scenario) {
      return Mycelium.founders();
    }
  };

  private static final int RICH_DAYS = 350;

  /** Breeds for the regions of a scenario. */
  public abstract Function<String, Breed> founders(Scenario scenario);

  /** As people type it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The named one; {@link IllegalArgumentException} lists the names. */
  public static Entrant named(String word) {
    return Arrays.stream(values())
        .filter(entrant -> entrant.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no breed '%s'; there are %s".formatted(word, words())));
  }

  /** All names, with commas. */
  public static String words() {
    return Arrays.stream(values()).map(Entrant::word).collect(Collectors.joining(", "));
  }
}
