package org.bulbil.atlas.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.history.GraphCompiler;
import org.bulbil.atlas.history.HistoryWriter;
import org.bulbil.atlas.history.Observation;
import org.bulbil.atlas.history.Series;

/** How an invented relay did over the years: growing, busy by weeks, sometimes away. */
final class DemoHistories {

  private static final Duration YEARS = Duration.ofDays(5 * 366);
  private static final Duration DAY = Duration.ofDays(1);

  /** What graphs of a month need. */
  private static final Duration FINE = Duration.ofHours(4);

  private static final Duration MONTH = Duration.ofDays(33);

  /** Days in which a relay grows to what it can carry, as real ones do. */
  private static final double YOUTH = 60;

  private final DemoRelay relay;
  private final Instant now;
  private final long seed;

  DemoHistories(DemoRelay relay, Instant now) {
    this.relay = relay;
    this.now = now;
    this.seed = Fortune.seed(relay.word("days"));
  }

  /** A document of the protocol. */
  byte[] document(Chronicle chronicle, double share) {
    return HistoryWriter.write(relay.fingerprint().value(), series(chronicle, share));
  }

  private List<Series> series(Chronicle chronicle, double share) {
    return switch (chronicle) {
      case BANDWIDTH ->
          List.of(
              line(chronicle, "write_history", days(), when -> 0.6 * relay.speed() * load(when)),
              line(chronicle, "read_history", days(), when -> 0.66 * relay.speed() * load(when)));
      case WEIGHTS ->
          List.of(
              line(chronicle, "consensus_weight_fraction", hours(), when -> share * load(when)),
              line(
                  chronicle,
                  "consensus_weight",
                  hours(),
                  when -> relay.speed() / 1000 * load(when)));
      case UPTIME -> List.of(line(chronicle, "uptime", hours(), this::up));
      case CLIENTS -> List.of();
    };
  }

  private Series line(
      Chronicle chronicle, String name, List<Instant> begins, ToDoubleFunction<Instant> value) {
    var seen = new ArrayList<Observation>();
    for (int i = 0; i + 1 < begins.size(); i++) {
      seen.add(
          new Observation(begins.get(i), begins.get(i + 1), value.applyAsDouble(begins.get(i))));
    }
    return GraphCompiler.series(chronicle, name, now, seen);
  }

  private List<Instant> days() {
    return steps(begin(), relay.seen(), DAY);
  }

  /** Fine ones of late, days before. */
  private List<Instant> hours() {
    var late = now.minus(MONTH);
    if (!begin().isBefore(late)) {
      return steps(begin(), relay.seen(), FINE);
    }
    var steps = new ArrayList<>(steps(begin(), late, DAY));
    steps.removeLast();
    steps.addAll(steps(steps.getLast().plus(DAY), relay.seen(), FINE));
    return steps;
  }

  private Instant begin() {
    var oldest = now.minus(YEARS);
    return relay.born().isAfter(oldest) ? relay.born() : oldest;
  }

  private static List<Instant> steps(Instant from, Instant to, Duration step) {
    var steps = new ArrayList<Instant>();
    for (var at = from; !at.isAfter(to); at = at.plus(step)) {
      steps.add(at);
    }
    return steps;
  }

  /** 0 to about 1.2. */
  private double load(Instant when) {
    double age = Duration.between(relay.born(), when).toHours() / 24.0;
    double week = 1 + 0.1 * Math.sin(2 * Math.PI * when.getEpochSecond() / 604_800.0);
    double chance = 0.9 + 0.2 * Fortune.share(seed, when.getEpochSecond() / 86_400);
    return up(when) * Math.min(1, 0.1 + age / YOUTH) * week * chance;
  }

  /** The part of the time in which it ran: some relays are away for days, all for hours. */
  private double up(Instant when) {
    long day = when.getEpochSecond() / 86_400;
    double chance = Fortune.share(seed + 1, day / 3);
    double care = Fortune.share(seed + 2, 0);
    if (chance > 0.93 + 0.069 * care) {
      return 0;
    }
    return Fortune.share(seed + 3, day) > 0.9 ? 0.85 : 1;
  }
}
