package org.bulbil.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bulbil.core.time.Day;
import org.junit.jupiter.api.Test;

/** The provider's heartbeat. */
class TickerTest {

  /** A tick that fails is not the last one; closing ends them. */
  @Test
  void ticksOnAfterAFailure() throws InterruptedException {
    var clock = new HandClock();
    var ticks = new AtomicInteger();
    var ticked = new Semaphore(0);
    var ticker =
        Ticker.start(
            () -> {
              ticked.release();
              if (ticks.incrementAndGet() == 1) {
                throw new IllegalStateException("on purpose");
              }
            },
            Shop.DAY,
            clock);
    try (ticker) {
      for (int patience = 1_000; ticks.get() < 2 && patience > 0; patience--) {
        clock.forward(Shop.DAY.length());
        var _ = ticked.tryAcquire(10, TimeUnit.MILLISECONDS);
      }
    }
    assertThat(ticks.get()).isGreaterThanOrEqualTo(2);
    ticked.drainPermits();
    clock.forward(Shop.DAY.length());
    assertThat(ticked.tryAcquire(50, TimeUnit.MILLISECONDS)).isFalse();
  }

  /** A hundred ticks a day, within bounds. */
  @Test
  void pauses() {
    assertThat(Ticker.pause(Shop.DAY)).isEqualTo(Duration.ofMillis(600));
    assertThat(Ticker.pause(Day.REAL)).isEqualTo(Duration.ofSeconds(5));
    assertThat(Ticker.pause(new Day(Duration.ofSeconds(1)))).isEqualTo(Duration.ofMillis(20));
  }
}
