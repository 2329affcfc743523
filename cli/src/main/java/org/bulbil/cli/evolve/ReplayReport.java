package org.bulbil.cli.evolve;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.util.List;
import java.util.Locale;
import org.bulbil.evolve.contest.Findings;
import org.bulbil.evolve.contest.Trial;
import org.bulbil.evolve.replay.Conditions.Delay;
import org.bulbil.evolve.replay.Conditions.Invoices;

/**
 * What a replay found. Satoshis, payments and days are those of all lives together, and eta is
 * {@code rent_sat / (donated_sat - held_sat)}.
 *
 * @param invoiceMinimum whether credit was bought in whole dollars from $5 on
 * @param confirmationDelay whether money arrived a day later
 * @param etaCi95 where the 95 % interval of eta begins and ends; 0 and 1 for a single life
 * @param etaMeanOfLives the mean of the lives' own etas, in which a short life counts as a long one
 * @param donatedSat with what the relays began with
 * @param heldSat what no payment had spent at the end
 * @param differenceSat donated less rent, fees, charity and held: 0
 * @param aliveAtEnd lives that still had a server on the last day
 */
@Json(naming = Json.Naming.LowerUnderscore)
record ReplayReport(
    String policy,
    String scenario,
    String from,
    String to,
    long rentCentsPerDay,
    boolean invoiceMinimum,
    boolean confirmationDelay,
    long seed,
    int replicates,
    double eta,
    List<Double> etaCi95,
    double etaMeanOfLives,
    long donatedSat,
    long rentSat,
    long feesSat,
    long heldSat,
    long charitySat,
    long differenceSat,
    long payments,
    long daysAlive,
    int aliveAtEnd,
    int missedAffordableRenewals) {

  private static final Jsonb JSON = Jsonb.instance();

  static ReplayReport of(Trial trial, long seed, Findings found) {
    var market = trial.replay().market();
    var conditions = trial.replay().conditions();
    var total = found.total();
    return new ReplayReport(
        trial.contender().name(),
        trial.scenario().name(),
        market.first().toString(),
        market.last().toString(),
        conditions.rent().value(),
        conditions.invoices() == Invoices.AT_LEAST_FIVE_DOLLARS,
        conditions.delay() == Delay.ONE_DAY,
        seed,
        found.lives(),
        found.eta().value(),
        List.of(found.eta().low(), found.eta().high()),
        found.meanOfLives(),
        total.donated(),
        total.rent(),
        total.fees(),
        total.held(),
        total.charity(),
        total.difference(),
        found.payments(),
        found.daysAlive(),
        found.alive(),
        found.missedAffordableRenewals());
  }

  String json() {
    return JSON.toJson(this);
  }

  /** For people. */
  List<String> lines() {
    return List.of(
        words("%s in %s, %s to %s, lives: %d", policy, scenario, from, to, replicates),
        words("became rent     %.4f of what was spent%s", eta, interval()),
        words("donated         %,d sat", donatedSat),
        words("  rent          %,d sat", rentSat),
        words("  fees          %,d sat in %d payments", feesSat, payments),
        words("  charity       %,d sat", charitySat),
        words("  held          %,d sat", heldSat),
        words("  difference    %d sat", differenceSat),
        words("alive at end    %d of %d; %d days in all", aliveAtEnd, replicates, daysAlive),
        words("missed          %d renewals that were affordable", missedAffordableRenewals));
  }

  private String interval() {
    return replicates < 2
        ? ""
        : words(" (95 %% interval %.4f to %.4f)", etaCi95.getFirst(), etaCi95.getLast());
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
