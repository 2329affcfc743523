package org.bulbil.agent.survive;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What {@code bench/survive} is told.
 *
 * @param lives how many, from {@code seed} upward
 * @param length of each
 * @param trace whether every event is printed
 * @param without which protection is missing
 */
record Options(
    int lives,
    Duration length,
    long seed,
    int threads,
    boolean trace,
    Optional<Protection> without) {

  static final Options USUAL =
      new Options(10_000, Duration.ofDays(180), 1, 2, false, Optional.empty());

  static final String USAGE =
      """
      bench/survive [--lives 10000] [--days 180] [--seed 1] [--threads 2] [--trace]
                    [--without outbox|shared-input|budgets|proofs|readback]

      Runs simulated lives of the production agent with faults on; life n has seed --seed + n.
      A failing seed is replayed by  bench/survive --seed N --trace  (one life, every event).
      --without removes one protection and ends when the loss is found.""";

  /**
   * @throws IllegalArgumentException where they make no sense
   */
  static Options read(String[] arguments) {
    return read(new ArrayDeque<>(List.of(arguments)), USUAL);
  }

  private static Options read(Deque<String> left, Options so) {
    if (left.isEmpty()) {
      return so;
    }
    var name = left.pop();
    return read(
        left,
        switch (name) {
          case "--lives" ->
              new Options(number(name, left), so.length, so.seed, so.threads, so.trace, so.without);
          case "--days" ->
              new Options(
                  so.lives,
                  Duration.ofDays(number(name, left)),
                  so.seed,
                  so.threads,
                  so.trace,
                  so.without);
          case "--seed" ->
              new Options(
                  so.lives, so.length, number(name, left), so.threads, so.trace, so.without);
          case "--threads" ->
              new Options(so.lives, so.length, so.seed, number(name, left), so.trace, so.without);
          case "--trace" -> new Options(1, so.length, so.seed, 1, true, so.without);
          case "--without" ->
              new Options(
                  so.lives,
                  so.length,
                  so.seed,
                  so.threads,
                  so.trace,
                  Optional.of(Protection.named(value(name, left))));
          default -> throw new IllegalArgumentException("unknown option " + name + "\n\n" + USAGE);
        });
  }

  private static int number(String name, Deque<String> left) {
    var text = value(name, left);
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(name + " wants a number, not '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  private static String value(String name, Deque<String> left) {
    if (left.isEmpty()) {
      throw new IllegalArgumentException(name + " wants a value\n\n" + USAGE);
    }
    return left.pop();
  }

  Sabotage sabotage() {
    return without.map(Sabotage::of).orElseGet(Sabotage::none);
  }
}
