package org.bulbil.bitcoin.wallet;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bulbil.bitcoin.chain.FeeLevels;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/** The fee levels last heard: while servers are silent they still count, for a bounded time. */
final class FeeMemory {

  /** A dozen blocks: fees rarely double in less, and a payment bids higher where they did. */
  private static final Duration KEPT = Duration.ofHours(2);

  private record Heard(FeeLevels levels, Instant at) {}

  private final Time time;
  private Optional<Heard> heard = Optional.empty();

  FeeMemory(Time time) {
    this.time = time;
  }

  /** What was heard now; else what was heard lately; else the failure. */
  synchronized Outcome<FeeLevels> or(Outcome<FeeLevels> fresh) {
    fresh.answer().ifPresent(levels -> heard = Optional.of(new Heard(levels, time.now())));
    return heard
        .filter(known -> Duration.between(known.at(), time.now()).abs().compareTo(KEPT) <= 0)
        .map(known -> Outcome.done(known.levels()))
        .orElse(fresh);
  }
}
