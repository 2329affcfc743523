package org.bulbil.core.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bulbil.core.money.Cents;
import org.bulbil.core.time.Day;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider says about a server is taken only where it can be true. */
class LeaseTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static Lease lease(Instant expiry, Lease.State state) {
    return new Lease(
        new LeaseId("ss_m_0123456789abcdef0123456789abcdef"),
        new Hostname("relay1"),
        "vc2-1c-1gb",
        "ewr",
        Optional.of("127.1.0.1"),
        expiry,
        state);
  }

  @Test
  void timeLeftNeverGoesBelowNothing() {
    var lease = lease(NOW.plus(Duration.ofHours(36)), Lease.State.RUNNING);
    assertThat(lease.left(NOW)).isEqualTo(Duration.ofHours(36));
    assertThat(lease.daysLeft(NOW, Day.REAL)).isEqualTo(1.5);
    var after = lease.expiry().plusSeconds(1);
    assertThat(lease.left(after)).isZero();
    assertThat(lease.daysLeft(after, Day.REAL)).isZero();
  }

  @Test
  void onlyTheDeletedIsDead() {
    for (var state : Lease.State.values()) {
      assertThat(lease(NOW, state).isLive()).isEqualTo(state != Lease.State.DELETED);
    }
  }

  @Test
  void doesNotPrintItsSecretId() {
    assertThat(lease(NOW, Lease.State.RUNNING).toString()).doesNotContain("0123456789abcdef");
    assertThat(new LeaseId("short")).hasToString("lease …");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a/../b", "a b", "a?b", "a\nb"})
  void anIdThatCouldLeaveAPathIsNoneAndIsNotRepeated(String value) {
    assertThatThrownBy(() -> new LeaseId(value))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("../");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "twentycharactersname", "with-dash", "with.dot", "ümlaut", "a b"})
  void aHostnameThatTorWouldNotTakeIsNone(String value) {
    assertThatThrownBy(() -> new Hostname(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAddressIsOne() {
    var good = lease(NOW, Lease.State.RUNNING);
    assertThatThrownBy(
            () ->
                new Lease(
                    good.id(),
                    good.hostname(),
                    good.plan(),
                    good.region(),
                    Optional.of("<script>"),
                    NOW,
                    good.state()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPlanHasASizeAndAPrice() {
    assertThat(new Plan("a", Cents.of(38), 1, 1024, 25, 0, true).rentFor(7))
        .isEqualTo(Cents.of(266));
    assertThatThrownBy(() -> new Plan("a", Cents.ZERO, 1, 1, 1, 1, true))
        .hasMessageContaining("costs nothing");
    assertThatThrownBy(() -> new Plan("a", Cents.of(1), 0, 1, 1, 1, true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Plan("a", Cents.of(1), 1, 1, 1, Double.NaN, true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Plan("-a", Cents.of(1), 1, 1, 1, 1, true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Region("a;b", "A")).isInstanceOf(IllegalArgumentException.class);
  }
}
