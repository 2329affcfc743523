package org.bulbil.evolve.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.bulbil.core.genome.Gene;
import org.bulbil.evolve.ensemble.Entrant;
import org.bulbil.evolve.ensemble.Generations;
import org.bulbil.evolve.ensemble.Track;
import org.bulbil.evolve.plot.Chart;
import org.bulbil.evolve.plot.Chart.Floor;
import org.bulbil.evolve.plot.Curve;
import org.bulbil.evolve.plot.Hue;
import org.bulbil.evolve.plot.Panels;
import org.bulbil.evolve.statistics.Interval;

/** Genes over generations, each beside the copy that nobody reads. */
final class GeneFigure {

  /** A mean over fewer births in a generation would be the luck of single relays. */
  private static final int BIRTHS_LEAST = 10;

  private final List<Generations> worlds;
  private final int count;

  private GeneFigure(List<Generations> worlds) {
    this.worlds = worlds;
    this.count =
        (int)
            IntStream.iterate(0, generation -> generation + 1)
                .takeWhile(generation -> isEverywhere(generation, worlds))
                .count();
  }

  private static boolean isEverywhere(int generation, List<Generations> worlds) {
    return worlds.stream().allMatch(world -> world.born(generation) >= BIRTHS_LEAST);
  }

  /** Empty where there are none of our relays, or not even two generations in each world. */
  static Optional<Figure> of(Results results) {
    if (!results.design().entrants().contains(Entrant.BULBIL)) {
      return Optional.empty();
    }
    var worlds = results.of(Entrant.BULBIL).stream().map(Track::generations).toList();
    var genes = new GeneFigure(worlds);
    return genes.count < 2 ? Optional.empty() : Optional.of(genes.figure());
  }

  private Figure figure() {
    var charts = Arrays.stream(Gene.values()).map(this::chart).toList();
    return new Figure(
        "genes",
        "Genes over generations",
        "How far each gene is from its founders' value, beside a neutral copy, after "
            + (count - 1)
            + " generations.",
        "Means of all relays born in a generation, in steps of mutation, over the rounds. The"
            + " control mutates by the same law in the same family tree, and nobody reads it: what"
            + " it does is chance.",
        new Panels(charts)::png,
        table());
  }

  private Chart chart(Gene gene) {
    var control = curve("neutral control", Hue.CONTROL, (world, g) -> world.neutralShift(g, gene));
    var read = curve(gene.key(), Hue.FIRST, (world, g) -> world.shift(g, gene));
    return new Chart("generation", gene.key() + ", steps", List.of(control, read), Floor.LEAST);
  }

  /** A number of a world and a generation. */
  private interface Shift {
    double of(Generations world, int generation);
  }

  private Curve curve(String name, Hue hue, Shift shift) {
    return Curve.every(1, name, hue, values(shift));
  }

  private List<Interval> values(Shift shift) {
    return IntStream.range(0, count)
        .mapToObj(generation -> mean(world -> shift.of(world, generation)))
        .toList();
  }

  private Interval mean(ToDoubleFunction<Generations> value) {
    return Interval.ofMean(worlds.stream().mapToDouble(value).toArray());
  }

  private DataTable table() {
    var heads = new ArrayList<>(List.of("generation", "births a round"));
    var columns = new ArrayList<List<Interval>>();
    columns.add(values((world, generation) -> world.born(generation)));
    for (var gene : Gene.values()) {
      heads.addAll(List.of(gene.key(), "its control"));
      columns.add(values((world, generation) -> world.shift(generation, gene)));
      columns.add(values((world, generation) -> world.neutralShift(generation, gene)));
    }
    return new DataTable("Steps from the founders' value (95 % interval)", heads, rows(columns));
  }

  private List<List<String>> rows(List<List<Interval>> columns) {
    return IntStream.range(0, count)
        .mapToObj(
            generation -> {
              var row = new ArrayList<>(List.of(Integer.toString(generation)));
              columns.forEach(column -> row.add(Cells.of(column.get(generation), 2)));
              return List.copyOf(row);
            })
        .toList();
  }
}
