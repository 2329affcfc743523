package org.bulbil.core.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A clock that does not jump. It goes on by a stopwatch, and follows the wall clock only in small
 * steps; where the wall clock leaps, it stays on its own line until two witnesses agree about the
 * time, and then goes where they are.
 *
 * <p>So nobody above it ever acts on a leap: neither on one forward, which would end invoices,
 * births and the lease at once, nor on one backward, which would let a last will come too late.
 * {@link #check} must be called now and then, since the line and the wall clock drift apart by
 * their nature.
 *
 * <p>Safe for use by several threads.
 */
public final class SteadyTime implements Time {

  private final Time wall;
  private final Stopwatch stopwatch;
  private final Duration tolerance;
  private volatile Line line;
  private boolean isDoubted;
  private boolean isConfirmed;

  /** What it goes on from: {@code start} was now when the stopwatch showed {@code elapsed}. */
  private record Line(Instant start, Duration elapsed) {
    Instant at(Duration later) {
      return start.plus(later.minus(elapsed));
    }
  }

  /**
   * Begins at the wall clock's time.
   *
   * @param tolerance by which the wall clock may move against the stopwatch from one check to the
   *     next without being called a leap
   */
  public SteadyTime(Time wall, Stopwatch stopwatch, Duration tolerance) {
    this.wall = wall;
    this.stopwatch = stopwatch;
    this.tolerance = tolerance;
    this.line = new Line(wall.now(), stopwatch.elapsed());
  }

  @Override
  public Instant now() {
    return line.at(stopwatch.elapsed());
  }

  @Override
  public void pause(Duration length) throws InterruptedException {
    wall.pause(length);
  }

  /**
   * Time was seen to be {@code former} before, in an earlier run: it cannot be less now.
   *
   * @return what was wrong, in words; empty where nothing was
   */
  public synchronized Optional<String> notBefore(Instant former) {
    var started = now();
    if (!started.isBefore(former.minus(tolerance))) {
      return Optional.empty();
    }
    moveTo(former);
    isDoubted = true;
    return Optional.of(
        "the clock shows %s, and we were at %s before; going on from there"
            .formatted(started, former));
  }

  /** Whether the wall clock leapt, and is not followed. */
  public synchronized boolean isDoubted() {
    return isDoubted;
  }

  /**
   * Whether anybody but the wall clock has shown this time since the start. Before that it may be
   * any time: there was no leap to notice.
   */
  public synchronized boolean isConfirmed() {
    return isConfirmed;
  }

  /** Whether the wall clock has leapt since the last {@link #check}; witnesses are worth asking. */
  public boolean leaps() {
    return isFar(wall.now(), now());
  }

  /**
   * Compares the line, the wall clock and the witnesses.
   *
   * @param witnesses who was heard just now; fewer than two decide nothing
   * @return what is new, in words
   */
  public synchronized Optional<String> check(List<Testimony> witnesses) {
    var ours = now();
    var shown = wall.now();
    var news =
        isDoubted || isFar(shown, ours)
            ? inDoubt(agreement(witnesses), ours, shown)
            : inTrust(witnesses, ours, shown);
    isConfirmed |= witnesses.stream().anyMatch(witness -> witness.allows(now(), tolerance));
    return news;
  }

  /** The wall clock goes as it should; only two who both contradict it outweigh it. */
  private Optional<String> inTrust(List<Testimony> witnesses, Instant ours, Instant shown) {
    var agreed =
        agreement(witnesses.stream().filter(witness -> !witness.allows(ours, tolerance)).toList());
    if (agreed.isEmpty()) {
      moveTo(shown);
    }
    return agreed.map(witness -> follow(witness, ours, shown));
  }

  /** The wall clock leapt: what any two agree on is better than it, and than our own line. */
  private Optional<String> inDoubt(Optional<Testimony> agreed, Instant ours, Instant shown) {
    if (agreed.isPresent() && !agreed.get().allows(ours, Duration.ZERO)) {
      var told = follow(agreed.get(), ours, shown);
      return isFar(ours, now()) ? Optional.of(told) : Optional.empty();
    }
    return isFar(shown, ours) ? doubted(ours, shown) : believedAgain(shown);
  }

  private String follow(Testimony agreed, Instant ours, Instant shown) {
    var target = agreed.allows(shown, tolerance) ? shown : agreed.nearest(shown);
    moveTo(target);
    isDoubted = isFar(shown, target);
    return "%s agree that it is not %s; going on from %s (the clock shows %s)"
        .formatted(agreed.witness(), ours, target, shown);
  }

  private Optional<String> believedAgain(Instant shown) {
    moveTo(shown);
    isDoubted = false;
    return Optional.of("the clock is believed again: " + shown);
  }

  private Optional<String> doubted(Instant ours, Instant shown) {
    if (isDoubted) {
      return Optional.empty();
    }
    isDoubted = true;
    return Optional.of(
        "the clock leapt to %s; going on from %s until two witnesses agree with it"
            .formatted(shown, ours));
  }

  /** The narrowest span in which two agree. */
  private static Optional<Testimony> agreement(List<Testimony> witnesses) {
    return IntStream.range(0, witnesses.size())
        .boxed()
        .flatMap(
            first ->
                witnesses.stream()
                    .skip(first + 1L)
                    .flatMap(second -> witnesses.get(first).and(second).stream()))
        .min(Comparator.comparing(Testimony::width));
  }

  private boolean isFar(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(tolerance) > 0;
  }

  private void moveTo(Instant target) {
    line = new Line(target, stopwatch.elapsed());
  }
}
