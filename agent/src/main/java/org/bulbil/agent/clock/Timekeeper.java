package org.bulbil.agent.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.settings.Settings;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.SteadyTime;
import org.bulbil.core.time.Stopwatch;
import org.bulbil.core.time.Testimony;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.Provider;

/**
 * Keeps the agent's clock honest: notices leaps of the wall clock, tells of them, and asks other
 * clocks whether to follow.
 */
public final class Timekeeper {

  private static final String LAST = "clock.last";

  /** A wall clock that strays by half an hour of a day is not slow, it was set. */
  private static final int TOLERANCE_PART_OF_DAY = 48;

  /** Nothing finer: a provider's date has whole seconds. */
  private static final Duration TOLERANCE_MIN = Duration.ofSeconds(2);

  /** Without a doubt, the witnesses are heard every hour of a day. */
  private static final int HEARINGS_A_DAY = 24;

  /**
   * How far ahead of the true time a block may be stamped (Bitcoin Core's MAX_FUTURE_BLOCK_TIME).
   */
  private static final Duration BLOCK_AHEAD = Duration.ofHours(2);

  /** Blocks' worth of time that may pass without one: once in 65 million blocks it is more. */
  private static final int BLOCKS_APART = 18;

  private final SteadyTime time;
  private final Provider provider;
  private final Supplier<Optional<Testimony>> work;
  private final Journal journal;
  private final Duration betweenHearings;
  private final Duration blockGap;
  private Optional<Instant> heard = Optional.empty();

  /**
   * @param work what the workload's own sources show
   */
  public Timekeeper(
      SteadyTime time,
      Provider provider,
      Supplier<Optional<Testimony>> work,
      Journal journal,
      Settings settings) {
    this.time = time;
    this.provider = provider;
    this.work = work;
    this.journal = journal;
    this.betweenHearings = settings.lease().day().fraction(1, HEARINGS_A_DAY);
    this.blockGap = settings.chain().block().multipliedBy(BLOCKS_APART);
    journal.recallInstant(LAST).flatMap(time::notBefore).ifPresent(this::tell);
  }

  /** The clock that an agent goes by, given the machine's. */
  public static SteadyTime steady(Time wall, Stopwatch stopwatch, Day day) {
    var tolerance = day.fraction(1, TOLERANCE_PART_OF_DAY);
    return new SteadyTime(
        wall, stopwatch, tolerance.compareTo(TOLERANCE_MIN) > 0 ? tolerance : TOLERANCE_MIN);
  }

  /**
   * Once a heartbeat.
   *
   * @param block the time of the newest block, where the chain was read just now
   */
  public void check(Optional<Instant> block) {
    boolean due = time.leaps() || time.isDoubted() || !time.isConfirmed() || isLongSince(heard);
    time.check(due ? hear(block) : List.of()).ifPresent(this::tell);
    if (due && time.isConfirmed()) {
      heard = Optional.of(time.now());
      journal.remember(LAST, time.now());
    }
  }

  private boolean isLongSince(Optional<Instant> former) {
    return former.filter(then -> !then.plus(betweenHearings).isBefore(time.now())).isEmpty();
  }

  private List<Testimony> hear(Optional<Instant> block) {
    return Stream.of(provider(), block.map(this::newestBlock), work.get())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Testimony> provider() {
    return provider
        .clock()
        .answer()
        .map(shown -> Testimony.around("the provider", shown, TOLERANCE_MIN));
  }

  private Testimony newestBlock(Instant stamped) {
    return new Testimony("the newest block", stamped.minus(BLOCK_AHEAD), stamped.plus(blockGap));
  }

  private void tell(String news) {
    journal.note(Entry.Kind.TROUBLE, news);
  }
}
