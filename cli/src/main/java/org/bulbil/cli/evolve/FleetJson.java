package org.bulbil.cli.evolve;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import org.bulbil.evolve.report.FleetRow;
import org.bulbil.evolve.report.Results;
import org.jspecify.annotations.Nullable;

/**
 * How one breed came through one shock, for scripts.
 *
 * @param lowestLessFirst round by round less that of the first breed; left out for that
 * @param recoveredRounds rounds in which nine tenths were alive again before the end
 */
@Json(naming = Json.Naming.LowerUnderscore)
record FleetJson(
    String scenario,
    String breed,
    int rounds,
    RunJson.Mean before,
    RunJson.Mean lowestShare,
    RunJson.@Nullable Mean lowestLessFirst,
    RunJson.Mean recoveryDays,
    RunJson.@Nullable Mean recoveryLessFirst,
    int recoveredRounds,
    RunJson.Mean rentShare) {

  private static final Jsonb JSON = Jsonb.instance();

  static FleetJson of(Results results, FleetRow row) {
    return new FleetJson(
        results.design().scenario().name(),
        row.entrant().word(),
        results.rounds(),
        RunJson.Mean.of(row.before()),
        RunJson.Mean.of(row.lowest()),
        row.lowestLessFirst().map(RunJson.Mean::of).orElse(null),
        RunJson.Mean.of(row.recovery()),
        row.recoveryLessFirst().map(RunJson.Mean::of).orElse(null),
        row.recovered(),
        RunJson.Mean.of(row.rent()));
  }

  String json() {
    return JSON.toJson(this);
  }
}
