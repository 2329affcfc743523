package org.bulbil.evolve.selection;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.bulbil.evolve.selection.Outcome.Allele;
import org.bulbil.evolve.statistics.Interval;

/**
 * What many worlds say of one difference.
 *
 * @param first the share of relays that had it on the first day, mean of all worlds
 * @param last the share at the end
 * @param rose the share of worlds in which it rose
 * @param fixed worlds in which everybody has it at the end
 * @param gone worlds in which nobody has it
 * @param selection the first term of Price's equation
 * @param transmission the second
 * @param coefficient s: by how much the logarithm of the odds of having it grows in a generation
 */
public record Verdict(
    Interval first,
    Interval last,
    Interval rose,
    int fixed,
    int gone,
    Interval selection,
    Interval transmission,
    Interval coefficient) {

  /** Of the advantage. */
  public static Verdict onAdvantage(List<Outcome> outcomes) {
    return of(outcomes, Outcome::advantage);
  }

  /** Of the name that means nothing. */
  public static Verdict onNeutral(List<Outcome> outcomes) {
    return of(outcomes, Outcome::neutral);
  }

  private static Verdict of(List<Outcome> outcomes, Function<Outcome, Allele> which) {
    var alleles = outcomes.stream().map(which).toList();
    int rose = (int) alleles.stream().filter(Allele::rose).count();
    return new Verdict(
        mean(alleles, Allele::first),
        mean(alleles, Allele::last).within(0, 1),
        Interval.ofShare(rose, alleles.size()),
        (int) alleles.stream().filter(allele -> allele.last() == 1).count(),
        (int) alleles.stream().filter(allele -> allele.last() == 0).count(),
        mean(alleles, allele -> allele.price().selection()),
        mean(alleles, allele -> allele.price().transmission()),
        mean(outcomes, outcome -> Slope.of(which.apply(outcome).shares(), outcome.generations())));
  }

  private static <T> Interval mean(List<T> cases, ToDoubleFunction<T> value) {
    return Interval.ofMean(cases.stream().mapToDouble(value).toArray());
  }

  /** Whether it spread, beyond what luck explains. */
  public boolean spread() {
    return selection.isAbove(0) && last.isAbove(first.value());
  }

  /** Whether the change is no larger than luck explains. */
  public boolean isChance() {
    return !selection.isAbove(0) && !selection.isBelow(0);
  }
}
