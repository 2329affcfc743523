package org.bulbil.agent;

import com.sun.net.httpserver.HttpHandler;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bulbil.agent.bequest.Estate;
import org.bulbil.agent.bundle.Allowance;
import org.bulbil.agent.bundle.BundleDoor;
import org.bulbil.agent.copy.SealedCopy;
import org.bulbil.agent.copy.ShownCopy;
import org.bulbil.agent.status.ShownJournal;
import org.bulbil.agent.stop.OrderDoor;
import org.bulbil.core.time.Stopwatch;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.bootstrap.Bundle;

/** What the status port serves besides the status: each a path with who answers there. */
final class Doors {

  private Doors() {}

  /** Those of the household that lives in {@code home}. */
  static Map<String, HttpHandler> of(
      Household household, Path home, Stopwatch stopwatch, RandomGenerator random) {
    var settings = household.settings();
    var doors = new HashMap<String, HttpHandler>(household.workload().doors());
    doors.put(ShownJournal.PATH, household.decisions());
    doors.put(Estate.PATH, household.estate().door());
    doors.put(BundleDoor.PATH, bundles(home, settings.bundle().file(), household.time()));
    if (settings.stopKey().isPresent()) {
      doors.put(OrderDoor.PATH, new OrderDoor(household.obedience(), stopwatch));
    }
    copy(home, household, random).ifPresent(shown -> doors.put(ShownCopy.PATH, shown));
    return doors;
  }

  /** The program that this server was installed from, for whoever wants it. */
  private static BundleDoor bundles(Path home, Bundle bundle, Time time) {
    var allowance = new Allowance(Allowance.Bounds.ofRelay(bundle.bytes()), time);
    return new BundleDoor(bundle, Disk.bundle(home), allowance);
  }

  /** The wallet's words for the launcher, who chose at birth to keep a copy. */
  private static Optional<ShownCopy> copy(Path home, Household household, RandomGenerator random) {
    var address = household.wallet().receiveAddress().toString();
    return household
        .settings()
        .copyFor()
        .map(reader -> SealedCopy.of(Disk.seed(home).read(), address, reader, random))
        .map(ShownCopy::new);
  }
}
