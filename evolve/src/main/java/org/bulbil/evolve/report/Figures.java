package org.bulbil.evolve.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bulbil.evolve.ensemble.Design;
import org.bulbil.evolve.ensemble.Entrant;
import org.bulbil.evolve.ensemble.Track;
import org.bulbil.evolve.plot.Chart;
import org.bulbil.evolve.plot.Chart.Floor;
import org.bulbil.evolve.plot.Curve;
import org.bulbil.evolve.plot.Hue;
import org.bulbil.evolve.statistics.Interval;
import org.bulbil.evolve.statistics.Survival;

/** The plots of what was found. */
public final class Figures {

  /** Rows of a table under a plot. */
  private static final int ROWS = 12;

  /** In the first weeks hardly anything is spent, and shares of it are noise. */
  private static final int FIRST_WEEK = 8;

  private static final double YEAR = Design.DAYS_PER_YEAR;

  private final Results results;
  private final List<Entrant> entrants;

  private Figures(Results results) {
    this.results = results;
    this.entrants = results.design().entrants();
  }

  /** All that can be drawn of at least one round. */
  public static List<Figure> of(Results results) {
    var figures = new Figures(results);
    var all = new ArrayList<Figure>();
    all.add(figures.population());
    all.add(figures.survival());
    if (results.design().days() / Track.WEEK > FIRST_WEEK) {
      all.add(figures.rent());
    }
    GeneFigure.of(results).ifPresent(all::add);
    results.pedigree().map(LineageFigure::of).ifPresent(all::add);
    return all;
  }

  private Figure population() {
    int days = results.design().days();
    int step = Math.max(1, Math.min(Track.WEEK, days / ROWS));
    int points = (days - 1) / step + 1;
    var curves =
        curves(
            0,
            step / YEAR,
            points,
            (entrant, i) ->
                results.mean(entrant, track -> track.alive(i * step)).within(0, Double.MAX_VALUE));
    return new Figure(
        "population",
        "Relays alive",
        "Relays alive over time. " + ends(curves, "at the end", 0),
        "Means over the rounds; the bands hold the mean with 95 % confidence.",
        new Chart("years", "relays alive", curves, Floor.ZERO)::png,
        table("Relays alive: mean (95 % interval)", "year", curves, 1, 1));
  }

  private Figure survival() {
    var all =
        entrants.stream()
            .map(e -> Survival.ofAll(results.of(e).stream().map(Track::survival).toList()))
            .toList();
    int oldest = all.stream().mapToInt(Survival::oldest).max().orElse(1);
    int step = Math.max(1, oldest / 200);
    var curves =
        curves(
            0,
            step / YEAR,
            oldest / step + 1,
            (entrant, i) -> all.get(entrants.indexOf(entrant)).after(i * step));
    return new Figure(
        "survival",
        "Survival",
        "The share of relays that live longer than an age. " + ends(curves, "at the oldest", 2),
        "Kaplan and Meier's estimate over the relays of all rounds, with Greenwood's 95 % band."
            + " Relays of one world share its shocks, so the truth is less sure than the band.",
        new Chart("age in years", "share still alive", curves, Floor.ZERO)::png,
        table("Share still alive (95 % interval)", "age in years", curves, 1, 3));
  }

  private Figure rent() {
    int weeks = results.design().days() / Track.WEEK;
    var curves =
        curves(
            FIRST_WEEK * Track.WEEK / YEAR,
            Track.WEEK / YEAR,
            weeks - FIRST_WEEK,
            (entrant, i) ->
                results
                    .mean(entrant, track -> track.ledger(FIRST_WEEK + i).efficiency())
                    .within(0, 1));
    return new Figure(
        "rent",
        "Share of donated satoshis that became rent",
        "The share of donated satoshis, not counting those still held, that became rent. "
            + ends(curves, "at the end", 3),
        "Of everything that was given until then and is not held any more. The rest went to"
            + " miners, to the charity, or was lost with servers.",
        new Chart("years", "share that became rent", curves, Floor.LEAST)::png,
        table("Share that became rent (95 % interval)", "year", curves, 1, 3));
  }

  /** One curve for each entrant; the first one's on top. */
  private List<Curve> curves(
      double from, double step, int points, BiFunction<Entrant, Integer, Interval> value) {
    var xs = IntStream.range(0, points).mapToObj(i -> from + i * step).toList();
    return entrants.reversed().stream()
        .map(
            entrant ->
                new Curve(
                    entrant.word(),
                    hue(entrant),
                    xs,
                    IntStream.range(0, points).mapToObj(i -> value.apply(entrant, i)).toList()))
        .toList();
  }

  static Hue hue(Entrant entrant) {
    return switch (entrant) {
      case BULBIL -> Hue.FIRST;
      case ORIGINAL -> Hue.SECOND;
      case MYCELIUM -> Hue.THIRD;
    };
  }

  private static String ends(List<Curve> curves, String when, int digits) {
    return curves.reversed().stream()
        .map(c -> c.name() + " " + Cells.number(c.values().getLast().value(), digits))
        .collect(Collectors.joining(", ", when + ": ", "."));
  }

  /** Some rows of all curves, the first entrant's first. */
  static DataTable table(String caption, String x, List<Curve> curves, int digitsOfX, int digits) {
    var ordered = curves.reversed();
    var heads = new ArrayList<>(List.of(x));
    ordered.forEach(curve -> heads.add(curve.name()));
    var rows = new ArrayList<List<String>>();
    int last = curves.getFirst().xs().size() - 1;
    int step = Math.max(1, Math.ceilDiv(last, ROWS));
    for (int i = 0; i <= last; i = i == last ? i + 1 : Math.min(last, i + step)) {
      var row = new ArrayList<>(List.of(Cells.number(curves.getFirst().xs().get(i), digitsOfX)));
      for (var curve : ordered) {
        row.add(Cells.of(curve.values().get(i), digits));
      }
      rows.add(row);
    }
    return new DataTable(caption, heads, rows);
  }
}
