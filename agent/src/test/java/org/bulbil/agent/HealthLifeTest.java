package org.bulbil.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.bulbil.hosting.testing.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider that fails is left alone for a while, and the rent is paid in time all the same. */
class HealthLifeTest {

  @TempDir Path home;

  @Test
  void aQuarantineNeverDelaysARenewal() {
    try (var life = new TestingLife(TestingLife.memory(home), 20)) {
      life.book.grant(life.token, TestingLife.PLAN.rentFor(30));
      life.live(Duration.ofDays(2));
      life.provider.troubles().everywhere(Trouble.UNKNOWN_BEFORE);
      life.live(Duration.ofDays(8));
      var ill = life.household().provider().health();
      assertThat(ill.failures()).isBetween(8 * 4, 8 * 4 * 3);
      life.live(Duration.ofDays(5)); // The end comes near, and every heartbeat asks again.
      assertThat(life.household().provider().health().failures())
          .isGreaterThan(ill.failures() + 3 * 48);
      life.provider.troubles().heal();
      life.beat();
      assertThat(life.leaseDays()).isGreaterThan(7);
      assertThat(life.household().provider().health().failures()).isZero();
    }
  }

  @Test
  void whatTheProviderWritesIsShown() {
    try (var life = new TestingLife(TestingLife.memory(home), 20)) {
      life.book.notify(life.token, "Somebody complained about your server.");
      life.live(Duration.ofHours(1));
      assertThat(life.household().notices().open().orElseThrow().words())
          .isEqualTo("Somebody complained about your server.");
    }
  }
}
