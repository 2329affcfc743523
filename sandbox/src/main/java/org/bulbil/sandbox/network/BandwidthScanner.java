package org.bulbil.sandbox.network;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.Flag;
import org.bulbil.tor.directory.RouterStatus;

/**
 * Measures relays as sbws does in the public network: by real fetches through each of them and an
 * exit, and tells the authorities, who make the weights of it.
 *
 * <p>The burst that a relay allows would flatter it in a short fetch, so none counts for more than
 * it says it carries on average, as with sbws.
 */
final class BandwidthScanner {

  /** How a relay is fetched through. */
  interface Probe {

    /** A fetch by way of {@code relay}, within {@code budget}. */
    Outcome<Fetched> fetch(Fingerprint relay, Fetch.Budget budget);
  }

  /** 2 MB or 1.2 s, whichever is first: 28 relays in under a minute, 3 tor processes busy. */
  static final Fetch.Budget SAMPLE =
      new Fetch.Budget(2_000_000, Duration.ofMillis(1200), Duration.ofSeconds(10));

  /** Between two relays, so that others get at the machine. */
  private static final Duration REST = Duration.ofMillis(200);

  /** The mean of so many measurements counts: one disturbed by other work does not decide. */
  private static final int REMEMBERED = 3;

  private final Probe probe;
  private final BandwidthFile file;
  private final Time time;
  private final Map<Fingerprint, Deque<Bandwidth>> measured = new HashMap<>();

  BandwidthScanner(Probe probe, BandwidthFile file, Time time) {
    this.probe = probe;
    this.file = file;
    this.time = time;
  }

  /**
   * Measures each running relay once and publishes. One that fails keeps what was measured before;
   * one that is not in {@code relays} any more is forgotten.
   *
   * @param allowed what each relay says it carries on average
   * @return the speeds as published
   */
  synchronized SortedMap<Fingerprint, Bandwidth> pass(
      List<RouterStatus> relays, Map<Fingerprint, Bandwidth> allowed)
      throws IOException, InterruptedException {
    var targets = relays.stream().filter(BandwidthScanner::isTarget).toList();
    measured.keySet().retainAll(targets.stream().map(RouterStatus::fingerprint).toList());
    for (var relay : targets) {
      measure(relay.fingerprint());
      time.pause(REST);
    }
    var speeds = speeds(allowed);
    file.write(withExits(speeds, relays), time.now());
    return speeds;
  }

  private static boolean isTarget(RouterStatus relay) {
    return relay.has(Flag.RUNNING) && !relay.has(Flag.AUTHORITY) && !relay.has(Flag.EXIT);
  }

  private void measure(Fingerprint relay) {
    if (probe.fetch(relay, SAMPLE) instanceof Outcome.Done<Fetched>(Fetched fetched)) {
      var last = measured.computeIfAbsent(relay, _ -> new ArrayDeque<>());
      last.addLast(fetched.speed());
      if (last.size() > REMEMBERED) {
        last.removeFirst();
      }
    }
  }

  private SortedMap<Fingerprint, Bandwidth> speeds(Map<Fingerprint, Bandwidth> allowed) {
    var speeds = new TreeMap<Fingerprint, Bandwidth>();
    measured.forEach(
        (relay, last) -> {
          var mean = mean(last);
          speeds.put(relay, Collections.min(List.of(mean, allowed.getOrDefault(relay, mean))));
        });
    return speeds;
  }

  private static Bandwidth mean(Deque<Bandwidth> last) {
    return new Bandwidth(
        last.stream().mapToLong(Bandwidth::bytesPerSecond).sum() / Math.max(1, last.size()));
  }

  /** An exit cannot be measured apart from the relay before it: it counts as the fastest. */
  private static SortedMap<Fingerprint, Bandwidth> withExits(
      SortedMap<Fingerprint, Bandwidth> speeds, List<RouterStatus> relays) {
    var all = new TreeMap<>(speeds);
    speeds.values().stream()
        .max(Bandwidth::compareTo)
        .ifPresent(
            fastest ->
                relays.stream()
                    .filter(relay -> relay.has(Flag.EXIT))
                    .forEach(exit -> all.put(exit.fingerprint(), fastest)));
    return all;
  }
}
