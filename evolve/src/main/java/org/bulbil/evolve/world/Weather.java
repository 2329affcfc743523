package org.bulbil.evolve.world;

import java.util.List;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;

/** A climate with the shocks of a scenario, as they are felt on a day. */
final class Weather {

  private final Climate climate;
  private final List<Shock> shocks;

  Weather(Climate climate, List<Shock> shocks) {
    this.climate = climate;
    this.shocks = shocks;
  }

  /** What bitcoin and room in its blocks cost. What counted as low before still counts as low. */
  Conditions on(int day) {
    var usual = climate.on(day);
    return new Conditions(
        rate(usual.rate(), day), fee(usual.fee(), day), usual.low(), usual.usual());
  }

  private Rate rate(Rate usual, int day) {
    double left = 1;
    for (var shock : shocks) {
      left *= shock instanceof Shock.Crash crash ? left(crash, day) : 1;
    }
    return left == 1 ? usual : new Rate(Math.max(1, (long) (usual.centsPerBitcoin() * left)));
  }

  private static double left(Shock.Crash crash, int day) {
    double passed = Math.clamp((double) (day - crash.day()) / crash.days(), 0, 1);
    return StrictMath.pow(1 - crash.share(), passed);
  }

  private FeeRate fee(FeeRate usual, int day) {
    var fee = usual;
    for (var shock : shocks) {
      if (shock instanceof Shock.DearFees dear && isWithin(day, dear.day(), dear.days())) {
        fee = FeeRate.max(fee, dear.rate());
      }
    }
    return fee;
  }

  /** The share of the usual gifts that comes. */
  double generosity(int day) {
    double share = 1;
    for (var shock : shocks) {
      if (shock instanceof Shock.Drought drought && isWithin(day, drought.day(), drought.days())) {
        share *= 1 - drought.share();
      }
    }
    return share;
  }

  /** The bans of this very day. */
  List<Shock.Ban> bans(int day) {
    return shocks.stream()
        .filter(Shock.Ban.class::isInstance)
        .map(Shock.Ban.class::cast)
        .filter(ban -> ban.day() == day)
        .toList();
  }

  private static boolean isWithin(int day, int first, int days) {
    return day >= first && day < first + days;
  }
}
