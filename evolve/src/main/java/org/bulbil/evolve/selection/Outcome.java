package org.bulbil.evolve.selection;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.bulbil.evolve.world.Breed;
import org.bulbil.evolve.world.Chronicle.DayRow;
import org.bulbil.evolve.world.World;

/**
 * What became of one world.
 *
 * @param advantage the tenth more bandwidth
 * @param neutral the other name
 * @param relays on the average day
 * @param generations mean of those alive at the end
 */
public record Outcome(Allele advantage, Allele neutral, double relays, double generations) {

  private static final int YEAR = 365;

  /**
   * A difference that is handed down.
   *
   * @param shares of relays that had it, on the first day and after each year
   * @param price why that changed from the first to the last
   */
  public record Allele(List<Double> shares, PriceEquation price) {

    public double first() {
      return shares.getFirst();
    }

    public double last() {
      return shares.getLast();
    }

    public boolean rose() {
      return last() > first();
    }
  }

  static Outcome of(World world) {
    var rows = world.chronicle().days();
    return new Outcome(
        allele(world, Rivalry::advantage),
        allele(world, Rivalry::neutral),
        rows.stream().mapToInt(DayRow::alive).average().orElse(0),
        rows.getLast().meanGeneration());
  }

  private static Allele allele(World world, ToDoubleFunction<Breed> trait) {
    int last = world.day() - 1;
    var shares =
        IntStream.rangeClosed(0, last / YEAR)
            .mapToObj(year -> share(Math.min(last, year * YEAR), world, trait))
            .toList();
    return new Allele(shares, PriceEquation.between(0, last, world.lives(), trait));
  }

  private static double share(int day, World world, ToDoubleFunction<Breed> trait) {
    return world
        .lives()
        .all()
        .filter(life -> life.isThereAfter(day))
        .mapToDouble(life -> trait.applyAsDouble(life.breed()))
        .average()
        .orElse(Double.NaN);
  }
}
