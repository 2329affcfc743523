package org.bulbil.atlas.pledge;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.pledge.Pledge;
import org.bulbil.bitcoin.pledge.PledgeCheck;
import org.bulbil.bitcoin.psbt.TypedRate;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/**
 * What the chain was last heard to say of pledged coins, and of fees. What is old is asked again by
 * a worker, so that no page waits for a chain server.
 */
final class CoinNews {

  /** A block's time: nothing that counts changes faster. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final Optional<ChainSource> chain;
  private final Executor worker;
  private final Time time;
  private final Map<Pledge, Heard> heard = new ConcurrentHashMap<>();
  private final AtomicBoolean isAsking = new AtomicBoolean();
  private final AtomicLong edition = new AtomicLong();
  private volatile Optional<FeeRate> rate = Optional.empty();

  /** What was heard of a coin. */
  private record Heard(Optional<String> fault, Instant when) {}

  /**
   * @param chain empty where nobody is asked, so that no pledge ever counts
   */
  CoinNews(Optional<ChainSource> chain, Executor worker, Time time) {
    this.chain = chain;
    this.worker = worker;
    this.time = time;
  }

  /** Grows whenever something was heard. */
  long edition() {
    return edition.get();
  }

  /** What is known against a pledge; not to be known yet counts against it. */
  Optional<String> fault(Pledge pledge) {
    var known = heard.get(pledge);
    return known == null ? Optional.of("its coin is still looked up") : known.fault();
  }

  /** What a payment must bid; empty until a server has said so. */
  Optional<FeeRate> rate() {
    return rate;
  }

  /** Asks now, and keeps the answer. */
  Outcome<Optional<String>> ask(Pledge pledge) {
    var answer =
        chain
            .map(source -> PledgeCheck.faultOnChain(source, pledge))
            .orElse(Outcome.unknown("this map asks no chain server"));
    answer.answer().ifPresent(fault -> heard.put(pledge, new Heard(fault, time.now())));
    edition.incrementAndGet();
    return answer;
  }

  /** Sees to it that these are asked for again where that is due; all others are forgotten. */
  void renew(Collection<Pledge> pledges) {
    heard.keySet().retainAll(Set.copyOf(pledges));
    var due = pledges.stream().filter(this::isDue).toList();
    if (chain.isPresent()
        && (!due.isEmpty() || rate.isEmpty())
        && isAsking.compareAndSet(false, true)) {
      worker.execute(() -> askAll(due));
    }
  }

  private boolean isDue(Pledge pledge) {
    var known = heard.get(pledge);
    return known == null || known.when().plus(FRESH).isBefore(time.now());
  }

  private void askAll(Collection<Pledge> due) {
    try {
      var estimates = chain.orElseThrow().feeEstimates().answer();
      rate = estimates.flatMap(TypedRate::guessed).or(() -> rate);
      edition.incrementAndGet();
      due.forEach(this::ask);
    } finally {
      isAsking.set(false);
    }
  }
}
