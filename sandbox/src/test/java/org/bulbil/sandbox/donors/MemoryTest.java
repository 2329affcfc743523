package org.bulbil.sandbox.donors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.testing.SimulatedTime;
import org.bulbil.core.time.Day;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.SandboxPurse;
import org.bulbil.sandbox.directory.Listing;
import org.bulbil.sandbox.directory.Listing.Presence;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.junit.jupiter.api.Test;

final class MemoryTest {

  private static final Instant START = Instant.EPOCH;

  private final Memory memory = new Memory(new Day(Duration.ofSeconds(60)));
  private final SandboxPurse wallets =
      new SandboxPurse(new RegtestChain(new SimulatedTime()), "wallets");
  private final Listing first = listing("A", Presence.RUNNING);
  private final Listing second = listing("B", Presence.RUNNING);

  private Listing listing(String digit, Presence presence) {
    return new Listing(
        new Fingerprint(digit.repeat(40)),
        new Nickname("bulbil" + digit),
        wallets.freshAddress(),
        Optional.empty(),
        Bandwidth.ofKilobytes(100),
        presence);
  }

  /** A relay's age counts from when it was first seen, through absences. */
  @Test
  void ageCountsFromTheFirstSight() {
    memory.read(List.of(first), START);
    memory.read(List.of(), START.plusSeconds(60));
    memory.read(List.of(first, second), START.plusSeconds(120));
    assertThat(memory.living(START.plusSeconds(180)))
        .extracting(Recipient::ageDays)
        .containsExactly(3.0, 1.0);
  }

  /** What was Running once and is not any more is remembered as gone. */
  @Test
  void theGoneAreRemembered() {
    memory.read(List.of(first, second), START);
    memory.read(List.of(second), START.plusSeconds(60));
    assertThat(memory.gone()).containsExactly(first.wallet());
    memory.read(List.of(first, second), START.plusSeconds(120));
    assertThat(memory.gone()).isEmpty();
  }

  /** Nobody gives to a relay that clients cannot use yet. */
  @Test
  void announcedRelaysGetNothing() {
    memory.read(List.of(listing("C", Presence.ANNOUNCED)), START);
    assertThat(memory.living(START)).isEmpty();
  }
}
