package org.bulbil.evolve.report;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.bulbil.evolve.ensemble.Entrant;
import org.bulbil.evolve.ensemble.Resilience;
import org.bulbil.evolve.ensemble.Track;
import org.bulbil.evolve.statistics.Interval;
import org.bulbil.evolve.world.Shock;

/**
 * How one entrant came through the first shock of a scenario, each number a mean over the rounds.
 *
 * @param before relays before it
 * @param lowest the fewest until a year after its end, as a share of those
 * @param lowestLessFirst the same less that of the first entrant with the same luck
 * @param recovery days until nine tenths were alive again; of rounds in which that never happened,
 *     the days until their end
 * @param recoveryLessFirst the same less that of the first entrant
 * @param recovered rounds in which it happened
 * @param rent the share of spent satoshis that became rent
 */
public record FleetRow(
    Entrant entrant,
    Interval before,
    Interval lowest,
    Optional<Interval> lowestLessFirst,
    Interval recovery,
    Optional<Interval> recoveryLessFirst,
    int recovered,
    Interval rent) {

  /** One for each entrant; the scenario must have a shock. */
  public static List<FleetRow> of(Results results) {
    return results.design().entrants().stream().map(entrant -> of(entrant, results)).toList();
  }

  private static FleetRow of(Entrant entrant, Results results) {
    var shock = results.design().scenario().shocks().getFirst();
    ToDoubleFunction<Track> lowest = track -> Resilience.of(track, shock).lowest();
    ToDoubleFunction<Track> recovery = track -> Resilience.of(track, shock).recovery();
    return new FleetRow(
        entrant,
        results.mean(entrant, track -> Resilience.of(track, shock).before()),
        results.mean(entrant, lowest).within(0, 1),
        lessFirst(entrant, results, lowest),
        results.mean(entrant, recovery),
        lessFirst(entrant, results, recovery),
        recovered(entrant, results, shock),
        results.mean(entrant, track -> track.books().efficiency()).within(0, 1));
  }

  private static Optional<Interval> lessFirst(
      Entrant entrant, Results results, ToDoubleFunction<Track> value) {
    var first = results.design().entrants().getFirst();
    return entrant == first
        ? Optional.empty()
        : Optional.of(results.difference(entrant, first, value));
  }

  private static int recovered(Entrant entrant, Results results, Shock shock) {
    return (int)
        results.of(entrant).stream()
            .filter(track -> Resilience.of(track, shock).recovered())
            .count();
  }

  /** A row for each entrant. */
  public static DataTable table(Results results) {
    return new DataTable(
        "Through the shock",
        List.of(
            "mean (95 % interval)",
            "relays before",
            "lowest share",
            "less ours",
            "days to recover",
            "less ours",
            "recovered",
            "to rent"),
        of(results).stream().map(row -> row.cells(results.rounds())).toList());
  }

  private List<String> cells(int rounds) {
    return List.of(
        entrant.word(),
        Cells.of(before, 0),
        Cells.of(lowest, 3),
        lowestLessFirst.map(less -> Cells.of(less, 3)).orElse("–"),
        Cells.of(recovery, 0),
        recoveryLessFirst.map(less -> Cells.of(less, 0)).orElse("–"),
        recovered + " of " + rounds,
        Cells.percent(rent));
  }
}
