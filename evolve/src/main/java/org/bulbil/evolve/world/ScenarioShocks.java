package org.bulbil.evolve.world;

import java.util.List;
import org.bulbil.core.money.FeeRate;

/** The {@code [[shock]]} tables of a scenario file. */
final class ScenarioShocks {

  private static final Shock HARMLESS = new Shock.Ban(0, Shock.EVERYWHERE, 0);

  private ScenarioShocks() {}

  /** Those of the file; where it has none, those of its base. */
  static List<Shock> of(ScenarioTable file, Scenario base, List<Place> places) {
    return file.has("shock")
        ? file.tables("shock").stream().map(table -> shock(table, places)).toList()
        : base.shocks();
  }

  private static Shock shock(ScenarioTable t, List<Place> places) {
    var kind = t.word("kind", "");
    int day = t.whole("day", 0);
    var shock =
        switch (kind) {
          case "ban" -> ban(t, day, places);
          case "drought" -> drought(t, day);
          case "dear-fees" -> dearFees(t, day);
          case "crash" -> crash(t, day);
          default ->
              t.tried(
                  HARMLESS,
                  () -> {
                    throw new IllegalArgumentException(
                        "kind of a shock must be ban, drought, dear-fees or crash, not '%s'"
                            .formatted(kind));
                  });
        };
    t.refuseOthers();
    return shock;
  }

  private static Shock ban(ScenarioTable t, int day, List<Place> places) {
    var provider = t.word("provider", Shock.EVERYWHERE);
    double share = t.number("share", 1);
    return t.tried(
        HARMLESS,
        () -> {
          Scenario.checkProvider(provider, places);
          return new Shock.Ban(day, provider, share);
        });
  }

  private static Shock drought(ScenarioTable t, int day) {
    int days = t.whole("days", 120);
    double share = t.number("share", 0.9);
    return t.tried(HARMLESS, () -> new Shock.Drought(day, days, share));
  }

  private static Shock dearFees(ScenarioTable t, int day) {
    int days = t.whole("days", 30);
    var rate = ScenarioFile.fee(t, "fee_sat_vb", FeeRate.ofSatPerVb(100));
    return t.tried(HARMLESS, () -> new Shock.DearFees(day, days, rate));
  }

  private static Shock crash(ScenarioTable t, int day) {
    int days = t.whole("days", 90);
    double share = t.number("share", 0.5);
    return t.tried(HARMLESS, () -> new Shock.Crash(day, days, share));
  }
}
