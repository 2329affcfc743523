package org.bulbil.agent.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import org.bulbil.agent.bundle.Allowance.Bounds;
import org.bulbil.core.time.Time;
import org.junit.jupiter.api.Test;

/** No visitor, and no number of visitors, gets more than the bounds in a day. */
class AllowanceTest {

  private Instant now = Instant.parse("2026-11-23T00:00:00Z");

  private final Time time =
      new Time() {
        @Override
        public Instant now() {
          return now;
        }

        @Override
        public void pause(Duration length) {}
      };

  private static InetAddress visitor(int number) {
    return InetAddress.ofLiteral("10.0." + number / 256 + "." + number % 256);
  }

  @Test
  void oneVisitorCannotTakeEverything() {
    var allowance = new Allowance(new Bounds(100, 40, 1), time);
    assertThat(allowance.grant(visitor(1), 40)).isTrue();
    assertThat(allowance.grant(visitor(1), 1)).isFalse();
    assertThat(allowance.grant(visitor(2), 40)).isTrue();
    assertThat(allowance.grant(visitor(3), 40)).isFalse();
    assertThat(allowance.grant(visitor(3), 20)).isTrue();
  }

  @Test
  void whatWasNotSentIsGivenBack() {
    var allowance = new Allowance(new Bounds(100, 100, 1), time);
    assertThat(allowance.grant(visitor(1), 100)).isTrue();
    allowance.giveBack(visitor(1), 70);
    assertThat(allowance.grant(visitor(2), 70)).isTrue();
    assertThat(allowance.grant(visitor(2), 1)).isFalse();
  }

  /** Also with many addresses the memory of visitors stays small. */
  @Test
  void aCrowdIsTurnedAwayUntilTheNextDay() {
    var allowance = new Allowance(new Bounds(Long.MAX_VALUE, 10, 1), time);
    for (int number = 0; number < 1_000; number++) {
      assertThat(allowance.grant(visitor(number), 1)).isTrue();
    }
    assertThat(allowance.grant(visitor(1_000), 1)).isFalse();
    assertThat(allowance.grant(visitor(5), 1)).as("who is known").isTrue();
    assertThat(allowance.untilTomorrow()).isEqualTo(Duration.ofDays(1));
    now = now.plus(Duration.ofDays(1));
    assertThat(allowance.grant(visitor(1_000), 1)).isTrue();
  }

  @Test
  void aPlaceIsTakenAndGivenBack() {
    var allowance = new Allowance(new Bounds(1, 1, 1), time);
    assertThat(allowance.enter()).isTrue();
    assertThat(allowance.enter()).isFalse();
    allowance.leave();
    assertThat(allowance.enter()).isTrue();
  }
}
