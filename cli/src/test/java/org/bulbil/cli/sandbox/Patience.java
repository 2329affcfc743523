package org.bulbil.cli.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for something to become true, with a limit. */
final class Patience {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private Patience() {}

  /** Fails with {@code what} where {@code condition} does not hold within {@code limit}. */
  static void until(String what, Duration limit, BooleanSupplier condition)
      throws InterruptedException {
    var _ =
        await(what, limit, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  /** The answer as soon as there is one. */
  static <T> T await(String what, Duration limit, Supplier<Optional<T>> question)
      throws InterruptedException {
    var deadline = Instant.now().plus(limit);
    for (var found = question.get(); ; found = question.get()) {
      if (found.isPresent()) {
        return found.get();
      }
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("after " + limit.toSeconds() + " s still not: " + what);
      }
      Thread.sleep(LOOK_AGAIN);
    }
  }
}
