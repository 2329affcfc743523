package org.bulbil.sandbox.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Function;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.sandbox.chain.SandboxPurse;
import org.bulbil.sandbox.directory.Listing.Presence;
import org.bulbil.sandbox.witness.SelfReport.Decision;
import org.bulbil.sandbox.witness.SelfReport.Lease;
import org.bulbil.sandbox.witness.SelfReport.Money;
import org.bulbil.sandbox.witness.SelfReport.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AuditorTest {

  private final Village village = new Village();
  private final SandboxPurse anna = village.wallet("anna");

  @BeforeEach
  void aRelayWithAGift() {
    village.launch("anna");
    village.list("anna", anna, Presence.RUNNING);
    village.witness.look();
    village.pay(village.donor, anna.address(), 5000);
  }

  private Audit audit(Function<Relay, Outcome<SelfReport>> ask) throws InterruptedException {
    return new Auditor(village.chain, village.donor.address(), village.witness, ask, village.time)
        .audit();
  }

  private Outcome<SelfReport> says(long received, long held, int pending) {
    int tip = village.chain.tip().height();
    return Outcome.done(
        new SelfReport(
            "anna",
            new Lease(1, 1),
            new Money("bcrt1q", held, 0),
            new Words(received, 0, 0, 0, 0, 0, held, 0, tip, pending),
            new Decision("Rest", "")));
  }

  /** What waits is mined first, so that gift and words are of the same block. */
  @Test
  void equalWordsAddUp() throws InterruptedException {
    var audit = audit(_ -> says(5000, 5000, 0));
    assertThat(audit.difference()).isZero();
    assertThat(audit.total().held().value()).isEqualTo(5000);
    assertThat(village.chain.<Integer>read(view -> view.mempool().size())).isZero();
  }

  /** A satoshi in one column is a satoshi of difference, and the relay is named. */
  @Test
  void oneSatoshiIsFound() throws InterruptedException {
    var audit = audit(_ -> says(5000, 4999, 0));
    assertThat(audit.difference()).isEqualTo(1);
    assertThat(audit.findings())
        .singleElement()
        .satisfies(it -> assertThat(it.account().relay().hostname()).isEqualTo("anna"));
  }

  /** A relay that knows nothing of its money does not make it disappear. */
  @Test
  void silenceIsADifference() throws InterruptedException {
    var audit = audit(_ -> Outcome.unknown("no answer"));
    assertThat(audit.difference()).isEqualTo(10_000);
    assertThat(audit.findings().getFirst().words()).isEqualTo(Optional.empty());
  }

  /** The auditor waits for whoever is late, and takes the later words. */
  @Test
  void lateWordsAreWaitedFor() throws InterruptedException {
    var asked = new int[1];
    var audit = audit(_ -> asked[0]++ < 5 ? says(0, 0, 1) : says(5000, 5000, 0));
    assertThat(asked[0]).isGreaterThan(5);
    assertThat(audit.difference()).isZero();
  }

  /** The dead are not asked. */
  @Test
  void theDeadSayNothing() throws InterruptedException {
    village.end("anna");
    var audit =
        audit(
            _ -> {
              throw new AssertionError("asked a dead relay");
            });
    assertThat(audit.difference()).isZero();
    assertThat(audit.total().lost().value()).isEqualTo(5000);
  }
}
