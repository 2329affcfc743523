package org.bulbil.cli.evolve;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.util.List;
import java.util.function.ToLongFunction;
import org.bulbil.evolve.ensemble.Design;
import org.bulbil.evolve.ensemble.Track;
import org.bulbil.evolve.report.Results;
import org.bulbil.evolve.report.Summary;
import org.bulbil.evolve.statistics.Interval;
import org.bulbil.evolve.world.Books;
import org.jspecify.annotations.Nullable;

/**
 * What a run found, for scripts.
 *
 * @param relays founders
 * @param rounds that are over
 * @param replicates that were asked for
 * @param complete whether these are as many
 */
@Json(naming = Json.Naming.LowerUnderscore)
record RunJson(
    String scenario,
    double years,
    int relays,
    long seed,
    int rounds,
    int replicates,
    boolean complete,
    List<Breed> breeds) {

  private static final Jsonb JSON = Jsonb.instance();

  /**
   * A mean over the rounds.
   *
   * @param ci95 where its 95 % interval begins and ends; empty for a single round
   */
  @Json
  record Mean(double value, List<Double> ci95) {

    static Mean of(Interval interval) {
      return new Mean(
          interval.value(),
          interval.isKnown() ? List.of(interval.low(), interval.high()) : List.of());
    }
  }

  /**
   * One breed; satoshis are those of all rounds together.
   *
   * @param relays alive on the average day of the last year
   * @param known the same, each counted by its age as the network knows it
   * @param lessThanFirst the same less that of the first breed, round by round; left out for that
   * @param medianLifeDays left out where more than half of the relays were still alive
   * @param differenceSat donated less everything else: 0
   * @param alive relays at the end of each round
   * @param hashes of the worlds, as hexadecimal numbers
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Breed(
      String breed,
      Mean relays,
      Mean known,
      @Nullable Mean lessThanFirst,
      Mean fewest,
      int extinctRounds,
      Mean births,
      @Nullable Integer medianLifeDays,
      Mean rentShare,
      Mean feesShare,
      Mean charityShare,
      Mean lostShare,
      long donatedSat,
      long rentSat,
      long feesSat,
      long charitySat,
      long heldSat,
      long lostSat,
      long differenceSat,
      List<Integer> alive,
      List<String> hashes) {

    static Breed of(Summary summary, List<Track> tracks) {
      return new Breed(
          summary.entrant().word(),
          Mean.of(summary.relays()),
          Mean.of(summary.known()),
          summary.lessThanFirst().map(Mean::of).orElse(null),
          Mean.of(summary.fewest()),
          summary.extinct(),
          Mean.of(summary.births()),
          summary.medianLife().isPresent() ? summary.medianLife().getAsInt() : null,
          Mean.of(summary.rent()),
          Mean.of(summary.fees()),
          Mean.of(summary.charity()),
          Mean.of(summary.lost()),
          sum(tracks, Books::donated),
          sum(tracks, Books::rent),
          sum(tracks, Books::fees),
          sum(tracks, Books::charity),
          sum(tracks, Books::held),
          sum(tracks, Books::lost),
          sum(tracks, Books::difference),
          tracks.stream().map(track -> track.alive(track.days() - 1)).toList(),
          tracks.stream().map(track -> Long.toHexString(track.hash())).toList());
    }

    private static long sum(List<Track> tracks, ToLongFunction<Books> part) {
      return tracks.stream().map(Track::books).mapToLong(part).sum();
    }
  }

  static RunJson of(Results results) {
    var design = results.design();
    return new RunJson(
        design.scenario().name(),
        (double) design.days() / Design.DAYS_PER_YEAR,
        design.scenario().founders().count(),
        design.seed(),
        results.rounds(),
        design.replicates(),
        results.isComplete(),
        results.rounds() == 0
            ? List.of()
            : Summary.of(results).stream()
                .map(summary -> Breed.of(summary, results.of(summary.entrant())))
                .toList());
  }

  String json() {
    return JSON.toJson(this);
  }
}
