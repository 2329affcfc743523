package org.bulbil.sandbox.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bulbil.core.time.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A miner makes one block per interval, none while it is paused, none after it is closed. */
@Timeout(20)
class MinerTest {

  /** A clock whose every pause a test lets pass, one by one. */
  private static final class SteppedTime implements Time {

    private final Semaphore arrived = new Semaphore(0);
    private final Semaphore steps = new Semaphore(0);

    @Override
    public Instant now() {
      return Instant.parse("2026-01-01T00:00:00Z");
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
      arrived.release();
      steps.acquire();
    }

    /** Waits until the miner has mined and waits again. */
    void awaitIdle() throws InterruptedException {
      assertThat(arrived.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    void step() {
      steps.release();
    }
  }

  private final SteppedTime time = new SteppedTime();
  private final RegtestChain chain = new RegtestChain(time);
  private final Address payTo = new SandboxPurse(chain, "miner").address();

  @Test
  void everyIntervalBringsABlock() throws InterruptedException {
    try (var _ = Miner.start(chain, payTo, Duration.ofSeconds(5), time)) {
      for (int height = 0; height < 3; height++) {
        time.awaitIdle();
        assertThat(chain.tip().height()).isEqualTo(height);
        time.step();
      }
      time.awaitIdle();
    }
    assertThat(chain.tip().height()).isEqualTo(3);
    assertThat(chain.receivedBy(payTo)).hasSize(3);
  }

  @Test
  void aPausedMinerGoesOnWhereItStopped() throws InterruptedException {
    try (var miner = Miner.start(chain, payTo, Duration.ofSeconds(5), time)) {
      time.awaitIdle();
      miner.pause();
      time.step();
      assertThat(time.arrived.tryAcquire(100, TimeUnit.MILLISECONDS)).as("mined on").isFalse();
      assertThat(chain.tip().height()).isZero();
      miner.resume();
      time.awaitIdle();
      assertThat(chain.tip().height()).isEqualTo(1);
    }
  }

  @Test
  void anIntervalOfNothingIsRefused() {
    assertThatThrownBy(() -> Miner.start(chain, payTo, Duration.ZERO, time))
        .hasMessageContaining("too often");
  }
}
