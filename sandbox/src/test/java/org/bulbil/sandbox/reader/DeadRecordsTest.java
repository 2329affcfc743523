package org.bulbil.sandbox.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An address that leads nowhere counts once, and only after a time to live. */
class DeadRecordsTest {

  private static final InetAddress ONE = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress TWO = InetAddress.ofLiteral("127.0.0.2");
  private static final Set<InetAddress> BOTH = Set.of(ONE, TWO);
  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  private final DeadRecords dead = new DeadRecords(Duration.ofSeconds(5));

  private void see(int second, Set<InetAddress> records, Set<InetAddress> answering) {
    dead.see(START.plusSeconds(second), records, answering);
  }

  @Test
  void whoAnswersIsNotDead() {
    see(0, BOTH, BOTH);
    see(60, BOTH, BOTH);
    assertThat(dead.tooLong()).isZero();
    assertThat(dead.longest()).isZero();
  }

  @Test
  void whoIsTakenOutInTimeCountsNothing() {
    see(0, BOTH, Set.of(ONE));
    see(5, BOTH, Set.of(ONE));
    see(6, Set.of(ONE), Set.of(ONE));
    see(60, BOTH, Set.of(ONE));
    assertThat(dead.tooLong()).isZero();
    assertThat(dead.longest()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void whoStandsThereForLongerCountsOnceEachTime() {
    see(0, BOTH, Set.of(ONE));
    see(6, BOTH, Set.of(ONE));
    see(7, BOTH, Set.of(ONE));
    assertThat(dead.tooLong()).isEqualTo(1);
    see(8, BOTH, BOTH);
    see(9, BOTH, Set.of(ONE));
    see(15, BOTH, Set.of(ONE));
    assertThat(dead.tooLong()).isEqualTo(2);
    assertThat(dead.longest()).isEqualTo(Duration.ofSeconds(7));
  }
}
