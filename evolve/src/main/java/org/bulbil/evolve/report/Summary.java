package org.bulbil.evolve.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.bulbil.evolve.ensemble.Design;
import org.bulbil.evolve.ensemble.Entrant;
import org.bulbil.evolve.ensemble.Track;
import org.bulbil.evolve.statistics.Interval;
import org.bulbil.evolve.statistics.Survival;
import org.bulbil.evolve.world.Books;

/**
 * One entrant in a few numbers, each a mean over the rounds.
 *
 * @param relays alive on the average day of the last year
 * @param known the same, each counted as much as the network knows of it by its age
 * @param fewest alive at the end of any day
 * @param lessThanFirst {@code relays}, less those of the first entrant with the same luck; empty
 *     for that itself
 * @param extinct rounds in which nobody was left at the end
 * @param births in a round
 * @param rent the share of what was given, and is not held any more, that became rent
 * @param fees the share of it that miners got
 * @param charity the share of it that was given on by wills
 * @param lost the share of it that was lost with servers
 * @param medianLife days that half of the relays outlive; empty where more than half do
 */
public record Summary(
    Entrant entrant,
    Interval relays,
    Interval known,
    Interval fewest,
    Optional<Interval> lessThanFirst,
    int extinct,
    Interval births,
    Interval rent,
    Interval fees,
    Interval charity,
    Interval lost,
    OptionalInt medianLife) {

  /** One for each entrant, in the order of the design. */
  public static List<Summary> of(Results results) {
    return results.design().entrants().stream().map(entrant -> of(entrant, results)).toList();
  }

  private static Summary of(Entrant entrant, Results results) {
    var first = results.design().entrants().getFirst();
    var tracks = results.of(entrant);
    return new Summary(
        entrant,
        results.mean(entrant, Summary::settled),
        results.mean(entrant, Track::known),
        results.mean(entrant, Track::fewest),
        entrant == first
            ? Optional.empty()
            : Optional.of(results.difference(entrant, first, Summary::settled)),
        (int) tracks.stream().filter(track -> track.alive(track.days() - 1) == 0).count(),
        results.mean(entrant, track -> track.toll().births()),
        results.mean(entrant, share(Books::rent)).within(0, 1),
        results.mean(entrant, share(Books::fees)).within(0, 1),
        results.mean(entrant, share(Books::charity)).within(0, 1),
        results.mean(entrant, share(Books::lost)).within(0, 1),
        Survival.ofAll(tracks.stream().map(Track::survival).toList()).median());
  }

  private static double settled(Track track) {
    return track.meanAlive(Math.max(0, track.days() - Design.DAYS_PER_YEAR), track.days());
  }

  private static ToDoubleFunction<Track> share(ToDoubleFunction<Books> part) {
    return track -> {
      var books = track.books();
      long spent = books.donated() - books.held();
      return spent == 0 ? 0 : part.applyAsDouble(books) / spent;
    };
  }
}
