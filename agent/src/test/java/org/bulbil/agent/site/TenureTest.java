package org.bulbil.agent.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import org.bulbil.agent.site.Tenure.Stage;
import org.junit.jupiter.api.Test;

/** A server leaves its name so early that nobody remembers the address when it is dead. */
class TenureTest {

  private static final Instant END = Instant.parse("2026-11-30T00:00:00Z");
  private static final Duration TTL = Duration.ofMinutes(1);

  private final Tenure tenure = new Tenure(InetAddress.ofLiteral("192.0.2.1"), END);

  private Stage before(Duration left) {
    return tenure.stage(END.minus(left), TTL);
  }

  @Test
  void leavesTwoTimesToLiveBeforeTheEnd() {
    assertThat(before(Duration.ofDays(7))).isEqualTo(Stage.STAYING);
    assertThat(before(Duration.ofSeconds(121))).isEqualTo(Stage.STAYING);
    assertThat(before(Duration.ofMinutes(2))).isEqualTo(Stage.LEAVING);
    assertThat(before(Duration.ofSeconds(31))).isEqualTo(Stage.LEAVING);
    assertThat(before(Duration.ofSeconds(30))).isEqualTo(Stage.GONE);
    assertThat(before(Duration.ofDays(-1))).isEqualTo(Stage.GONE);
  }
}
