package org.bulbil.evolve.selection;

import java.util.function.ToDoubleFunction;
import org.bulbil.evolve.world.Breed;
import org.bulbil.evolve.world.Lives;
import org.bulbil.evolve.world.Lives.Life;

/**
 * Why the mean of a trait changed (Price 1970): {@code Δz = cov(w, z)/w̄ + E[w·Δz]/w̄}. The fitness
 * {@code w} of who lived on the first day is the number of its descendants, itself included, on the
 * last; Δz is how far these are from it on average. The sum is exact.
 *
 * @param from mean of the trait on the first day
 * @param to mean on the last
 * @param selection the first term: who has more descendants has more, or less, of the trait
 * @param transmission the second: descendants are unlike their ancestors
 */
public record PriceEquation(double from, double to, double selection, double transmission) {

  private static final PriceEquation NOBODY = new PriceEquation(0, 0, 0, 0);

  /** Between the ends of two days; all zero where nobody lived on one of them. */
  public static PriceEquation between(
      int first, int last, Lives lives, ToDoubleFunction<Breed> trait) {
    var sums = new Sums();
    lives.all().filter(life -> life.isThereAfter(first)).forEach(l -> sums.old(trait(l, trait)));
    lives
        .all()
        .filter(life -> life.isThereAfter(last))
        .forEach(life -> sums.young(trait(life, trait), trait(at(first, life, lives), trait)));
    return sums.olds == 0 || sums.youngs == 0 ? NOBODY : sums.equation();
  }

  private static double trait(Life life, ToDoubleFunction<Breed> trait) {
    return trait.applyAsDouble(life.breed());
  }

  /** The ancestor that lived on a day; whoever was born on it is its own. */
  private static Life at(int day, Life life, Lives lives) {
    var ancestor = life;
    while (ancestor.born() > day) {
      ancestor = lives.get(ancestor.parent());
    }
    return ancestor;
  }

  /** The change of the mean. */
  public double change() {
    return to - from;
  }

  /** What the terms are made of. */
  private static final class Sums {
    private int olds;
    private int youngs;
    private double oldTraits;
    private double youngTraits;
    private double ancestors;

    void old(double trait) {
      olds++;
      oldTraits += trait;
    }

    void young(double trait, double ancestor) {
      youngs++;
      youngTraits += trait;
      ancestors += ancestor;
    }

    /** {@code cov(w, z)/w̄} is the ancestors' mean, counted once for each descendant, less z̄. */
    PriceEquation equation() {
      double before = oldTraits / olds;
      double chosen = ancestors / youngs;
      double after = youngTraits / youngs;
      return new PriceEquation(before, after, chosen - before, after - chosen);
    }
  }
}
