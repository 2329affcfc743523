package org.bulbil.cli.sandbox;

import io.avaje.jsonb.Json;
import org.bulbil.sandbox.storm.StormReport;
import org.bulbil.sandbox.witness.Loss.Cause;

/**
 * A storm's report for scripts. Up to {@code lost_sat}, all but the strikes are to be 0; what
 * follows is explained and nobody's fault.
 */
@Json(naming = Json.Naming.LowerUnderscore)
record StormLine(
    String event,
    int agentKills,
    int torKills,
    int webKills,
    int serverKills,
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
    long givenToDeadSat) {

  static StormLine of(StormReport report) {
    var harm = report.harm();
    return new StormLine(
        "storm",
        report.strikesAt("agent"),
        report.strikesAt("tor"),
        report.strikesAt("web"),
        report.strikesAt("server"),
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
        harm.lost(Cause.GIVEN_TO_THE_DEAD).value());
  }
}
