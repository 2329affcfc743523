package org.bulbil.cli.sandbox;

import io.avaje.jsonb.Json;
import org.bulbil.sandbox.storm.StormReport;
import org.bulbil.sandbox.witness.Loss.Cause;
import org.jspecify.annotations.Nullable;

/**
 * A storm's report for scripts. Up to {@code lost_sat}, all but the strikes are to be 0; what
 * follows is explained and nobody's fault.
 *
 * @param webKills left out where none was hit, as where there is no site; so is {@code serverKills}
 */
@Json(naming = Json.Naming.LowerUnderscore)
record StormLine(
    String event,
    int agentKills,
    int torKills,
    @Nullable Integer webKills,
    @Nullable Integer serverKills,
    int providerKills,
    int chainCuts,
    int evictions,
    int reorganisations,
    int paidTwice,
    int launchedTwice,
    int secondWallets,
    int missedRenewals,
    int notResumed,
    long strandedSat,
    long lostSat,
    long tooLateSat,
    long tooLittleSat,
    long givenToDeadSat,
    long notYetInheritedSat) {

  private static @Nullable Integer ofSites(StormReport report, String what) {
    int strikes = report.strikesAt(what);
    return strikes == 0 ? null : strikes;
  }

  static StormLine of(StormReport report) {
    var harm = report.harm();
    return new StormLine(
        "storm",
        report.strikesAt("agent"),
        report.strikesAt("tor"),
        ofSites(report, "web"),
        ofSites(report, "server"),
        report.strikesAt("provider"),
        report.strikesAt("chain-server"),
        report.strikesAt("payment"),
        report.strikesAt("blocks"),
        harm.paidTwice().size(),
        harm.launchedTwice().size(),
        harm.secondWallets().size(),
        harm.missedRenewals().size(),
        report.fallen().size(),
        harm.stranded().value(),
        harm.lost(Cause.OURS).value(),
        harm.lost(Cause.TOO_LATE).value(),
        harm.lost(Cause.TOO_LITTLE).value(),
        harm.lost(Cause.GIVEN_TO_THE_DEAD).value(),
        harm.lost(Cause.NOT_YET_INHERITED).value());
  }
}
