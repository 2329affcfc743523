package org.bulbil.hosting.testing;

import java.util.List;
import java.util.Random;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.lease.Region;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.testing.SimulatedTime;
import org.bulbil.core.time.Day;
import org.bulbil.hosting.Catalogue;
import org.bulbil.hosting.Terms;

/** A small provider in memory, on a clock that stands still. */
public final class TestingWorld {

  public static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              new Plan("vc2-1c-0.5gb-v6", Cents.of(20), 1, 512, 10, 0.5, false),
              new Plan("vc2-1c-1gb", Cents.of(38), 1, 1024, 25, 1.0, true),
              new Plan("vc2-1c-2gb", Cents.of(70), 1, 2048, 55, 2.0, true)),
          List.of(new Region("ewr", "New Jersey"), new Region("ams", "Amsterdam")));

  public static final Terms TERMS = new Terms(Cents.dollars(5), 90, 365, 65_536);

  public final SimulatedTime time = new SimulatedTime();
  public final TestingProvider provider =
      new TestingProvider(
          new Book(time, Day.REAL, CATALOGUE, TERMS, Rate.ofDollars(100_000), new Random(20260101)),
          time);
}
