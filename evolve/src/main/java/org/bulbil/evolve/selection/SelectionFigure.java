package org.bulbil.evolve.selection;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bulbil.evolve.plot.Chart;
import org.bulbil.evolve.plot.Chart.Floor;
import org.bulbil.evolve.plot.Curve;
import org.bulbil.evolve.plot.Hue;
import org.bulbil.evolve.selection.Outcome.Allele;
import org.bulbil.evolve.statistics.Interval;

/** The shares of both differences over generations. */
public final class SelectionFigure {

  private SelectionFigure() {}

  /** Means of all worlds, by the mean generation that was reached each year. */
  public static Chart of(List<Outcome> outcomes) {
    return new Chart(
        "generation (mean of those alive)",
        "share of relays that have it",
        List.of(
            curve("another name (neutral)", Hue.CONTROL, outcomes, Outcome::neutral),
            curve("a tenth more bandwidth", Hue.FIRST, outcomes, Outcome::advantage)),
        Floor.ZERO);
  }

  private static Curve curve(
      String name, Hue hue, List<Outcome> outcomes, Function<Outcome, Allele> which) {
    int years = outcomes.stream().mapToInt(o -> o.advantage().shares().size()).min().orElseThrow();
    double generations = outcomes.stream().mapToDouble(Outcome::generations).average().orElse(1);
    var values = IntStream.range(0, years).mapToObj(year -> mean(year, outcomes, which)).toList();
    return Curve.every(generations / Math.max(1, years - 1), name, hue, values);
  }

  private static Interval mean(int year, List<Outcome> outcomes, Function<Outcome, Allele> which) {
    return Interval.ofMean(
            outcomes.stream().mapToDouble(o -> which.apply(o).shares().get(year)).toArray())
        .within(0, 1);
  }
}
