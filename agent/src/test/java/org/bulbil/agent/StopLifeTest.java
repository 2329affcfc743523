package org.bulbil.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Random;
import org.bulbil.agent.birth.Birth;
import org.bulbil.agent.order.Addressee;
import org.bulbil.agent.order.Order;
import org.bulbil.agent.order.StopSecret;
import org.bulbil.agent.order.Verb;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.policy.Decision.LastWill;
import org.bulbil.core.testing.MemoryFolder;
import org.bulbil.hosting.testing.Act;
import org.bulbil.hosting.testing.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order to stop makes the ordinary will early, plants nothing more, and spends nothing else. */
class StopLifeTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final StopSecret launcher = StopSecret.fresh(new Random(1));
  private long serial = 1;

  @TempDir(factory = MemoryFolder.class)
  private Path home;

  private TestingLife life;

  @BeforeEach
  void begin() {
    life = new TestingLife(TestingLife.memory(home), 14);
    life.stopKey = Optional.of(launcher.key());
    life.crash();
    life.live(HOUR);
  }

  @AfterEach
  void everySatoshiIsAccountedForAndEnd() {
    assertThat(life.account().difference()).isZero();
    assertThat(life.account().foreign()).isEqualTo(Sats.ZERO);
    life.close();
  }

  private void order(Verb verb) {
    var now = life.time.now().truncatedTo(ChronoUnit.SECONDS);
    var order = new Order(verb, new Addressee.All(), serial++, now, now.plus(DAY));
    var answer = life.household().obedience().hear(launcher.sign(order));
    assertThat(answer).isInstanceOf(Outcome.Done.class);
  }

  private Sats given() {
    return life.chain.balance(life.beneficiary);
  }

  private Optional<Birth> birth() {
    return life.household().nursery().book().all().stream().findFirst();
  }

  @Test
  void aRelayThatShutsDownGivesEverythingToItsBeneficiaryAndRenewsNoMore() {
    life.give(3_000);
    life.live(HOUR);
    order(Verb.SHUT_DOWN);
    life.live(TestingLife.HEARTBEAT);
    assertThat(life.decision()).isInstanceOf(LastWill.class);
    life.live(DAY);
    assertThat(given()).isGreaterThan(Sats.of(2_500));
    assertThat(life.account().held()).isEqualTo(Sats.ZERO);
    assertThat(life.account().paid(Purpose.WILL)).isEqualTo(given());
    assertThat(life.account().paid(Purpose.RENT)).isEqualTo(Sats.ZERO);

    life.give(50_000);
    life.live(DAY);
    assertThat(given()).as("a later gift goes the same way").isGreaterThan(Sats.of(50_000));
    life.live(DAY.multipliedBy(13));
    assertThat(life.lease().state()).isEqualTo(Lease.State.DELETED);
  }

  /** With days of lease ahead a will that waits would otherwise be taken back. */
  @Test
  void theWillOfOneThatLeavesIsNotTakenBackHoweverLongItsLeaseIs() {
    life.minersAsk(FeeRate.ofSatPerVb(8));
    life.give(3_000);
    life.live(HOUR);
    order(Verb.SHUT_DOWN);
    life.live(DAY);
    assertThat(will().isOpen()).isTrue();
    assertThat(will().isWithdrawn()).isFalse();
    life.minersAsk(new FeeRate(1));
    life.live(HOUR);
    assertThat(will().isConfirmed()).isTrue();
    assertThat(given()).isEqualTo(will().amount());
  }

  private Payment will() {
    return life.household().wallet().outbox().recent(1).getFirst();
  }

  @Test
  void anOrderOutlivesACrashAtEveryHeartbeat() {
    life.give(3_000);
    life.live(HOUR);
    order(Verb.SHUT_DOWN);
    for (int beat = 0; beat < 20; beat++) {
      life.crash();
      life.live(TestingLife.HEARTBEAT);
    }
    assertThat(given()).isGreaterThan(Sats.of(2_500));
    assertThat(life.account().held()).isEqualTo(Sats.ZERO);
  }

  @Test
  void aPurchaseThatIsNotPaidYetIsDropped() {
    life.give(1_000);
    life.live(HOUR);
    life.provider.troubles().always(Act.INVOICE, Trouble.SILENT);
    life.give(20_000);
    life.live(HOUR);
    assertThat(life.household().purchases().newest(1)).isNotEmpty();
    order(Verb.SHUT_DOWN);
    life.provider.troubles().heal();
    life.live(DAY);
    assertThat(life.account().paid(Purpose.RENT)).isEqualTo(Sats.ZERO);
    assertThat(given()).isGreaterThan(Sats.of(19_000));
  }

  @Test
  void aRelayThatPlantsNoMoreLivesOnWithoutChildren() {
    order(Verb.PLANT_NO_MORE);
    life.give(200_000);
    life.live(DAY.multipliedBy(15));
    assertThat(birth()).isEmpty();
    assertThat(life.leaseDays()).isGreaterThan(5);
    assertThat(given()).isEqualTo(Sats.ZERO);
    assertThat(life.decision().why()).contains("no children by order of its launcher");
  }

  /** The credit is lost, since no provider pays it back; the server is not bought. */
  @Test
  void aBirthWhoseServerIsNotBoughtYetEnds() {
    life.provider.troubles().always(Act.LAUNCH, Trouble.REFUSE);
    life.give(60_000);
    life.live(DAY.multipliedBy(2));
    assertThat(birth().orElseThrow().state()).isEqualTo(Birth.State.FUNDED);
    order(Verb.PLANT_NO_MORE);
    life.provider.troubles().heal();
    life.live(DAY.multipliedBy(2));
    assertThat(birth().orElseThrow().state()).isEqualTo(Birth.State.FAILED);
    assertThat(life.book.orders(birth().orElseThrow().token().orElseThrow())).isEmpty();
  }

  /** The answer to the launch was lost: the child is there, and is not forgotten. */
  @Test
  void aChildThatMayHaveBeenPlantedIsLookedForFirst() {
    life.provider.troubles().once(Act.LAUNCH, Trouble.UNKNOWN_AFTER);
    life.give(60_000);
    while (birth().filter(it -> it.state() == Birth.State.FUNDED).isEmpty()) {
      life.live(TestingLife.HEARTBEAT);
    }
    life.live(TestingLife.HEARTBEAT);
    order(Verb.PLANT_NO_MORE);
    life.live(DAY);
    assertThat(birth().orElseThrow().state()).isEqualTo(Birth.State.LAUNCHED);
    assertThat(life.book.orders(birth().orElseThrow().token().orElseThrow())).hasSize(1);
  }
}
