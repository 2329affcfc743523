package org.bulbil.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bulbil.agent.birth.Birth;
import org.bulbil.agent.journal.Entry;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.policy.Limits;
import org.bulbil.core.testing.MemoryFolder;
import org.bulbil.hosting.testing.Act;
import org.bulbil.hosting.testing.Trouble;
import org.bulbil.tor.status.Vitals.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a relay, seen from the provider's book and the chain. */
class LifeTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir(factory = MemoryFolder.class)
  Path home;

  private TestingLife life;

  /**
   * What ten dollars cost with their fee and hardly a satoshi more: nothing is left to wait for.
   */
  private static final long TEN_DOLLARS = 10_290;

  @BeforeEach
  void begin() {
    life = new TestingLife(TestingLife.memory(home), 14);
  }

  @AfterEach
  void everySatoshiIsAccountedForAndEnd() {
    assertThat(life.account().difference()).isZero();
    assertThat(life.account().foreign()).isEqualTo(Sats.ZERO);
    life.close();
  }

  @Test
  void giftsBecomeCreditAndCreditBecomesDays() {
    life.give(TEN_DOLLARS);
    life.live(DAY);
    assertThat(life.credit()).isEqualTo(Cents.dollars(10));
    life.live(DAY.multipliedBy(7));
    assertThat(life.leaseDays()).isBetween(12.5, 13.5);
    assertThat(life.credit()).isEqualTo(Cents.of(1_000 - 7 * 38));
  }

  @Test
  void withoutGiftsTheLeaseEnds() {
    life.live(DAY.multipliedBy(15));
    assertThat(life.lease().state()).isEqualTo(Lease.State.DELETED);
    assertThat(life.account().received()).isEqualTo(Sats.ZERO);
  }

  @Test
  void theRemainderGoesToTheBeneficiaryBeforeTheEndAndNotEarlier() {
    life.give(3_000);
    life.live(DAY.multipliedBy(13).plusHours(21));
    assertThat(life.chain.balance(life.beneficiary)).isEqualTo(Sats.ZERO);
    life.live(HOUR.multipliedBy(2));
    assertThat(life.chain.balance(life.beneficiary)).isGreaterThan(Sats.of(2_000));
    assertThat(life.account().held()).isEqualTo(Sats.ZERO);
  }

  @Test
  void aGiftAfterTheWillRevives() {
    life.give(3_000);
    life.live(DAY.multipliedBy(13).plusHours(22).plusMinutes(1));
    assertThat(life.chain.balance(life.beneficiary)).isGreaterThan(Sats.ZERO);
    life.give(9_000);
    life.live(DAY);
    assertThat(life.lease().state()).isNotEqualTo(Lease.State.DELETED);
    assertThat(life.leaseDays()).isGreaterThan(5);
  }

  @Test
  void aRichRelayPlantsAPrepaidChildAndSendsItAStartGift() {
    life.give(60_000);
    life.live(DAY.multipliedBy(2));
    var birth = onlyBirth();
    assertThat(birth.state()).isEqualTo(Birth.State.LAUNCHED);
    var orders = life.book.orders(birth.token().orElseThrow());
    assertThat(orders).hasSize(1);
    assertThat(orders.getFirst().boot().script())
        .contains(birth.token().orElseThrow().value())
        .contains("parent = \"" + TestingKeeper.OWN + "\"")
        .doesNotContain(life.token.value());

    var childWallet = life.beneficiary; // Any valid address will do.
    life.keeper.announce(
        birth.hostname(),
        "B".repeat(40),
        "email:op[]sandbox.test btc:%s ciissversion:2 bulbil generation:1 parent:%s genes:00000000"
            .formatted(childWallet, TestingKeeper.OWN));
    life.live(HOUR.multipliedBy(3));
    assertThat(onlyBirth().state()).isEqualTo(Birth.State.DONE);
    assertThat(life.chain.balance(childWallet)).isEqualTo(Sats.of(3_000));
  }

  /** Twice the rent in weekly gifts, by the limits that a relay has outside a sandbox. */
  @Test
  void aRelayThatIsGivenMoreThanItNeedsPlantsItsFirstChildAfterAMonth() {
    life.limits = Limits.USUAL;
    life.crash();
    life.give(30_000);
    for (int week = 0; week < 5; week++) {
      life.give(3_000);
      life.give(5_000);
      assertThat(life.household().nursery().book().all()).as("in week %d", week).isEmpty();
      life.live(DAY.multipliedBy(week < 4 ? 7 : 5));
    }
    var birth = onlyBirth();
    assertThat(birth.state()).as(birth.words()).isEqualTo(Birth.State.LAUNCHED);
    assertThat(birth.endowment()).isEqualTo(Cents.dollars(23));
    var order = life.book.orders(birth.token().orElseThrow()).getFirst();
    assertThat(order.days()).as("the rest is credit").isEqualTo(28);
    assertThat(life.leaseDays()).isGreaterThan(6);
  }

  @Test
  void aRelayThatOnlyClaimsToBeOurChildGetsNothing() {
    life.give(60_000);
    life.live(DAY.multipliedBy(2));
    life.keeper.announce(
        onlyBirth().hostname(),
        "C".repeat(40),
        "email:op[]sandbox.test btc:%s ciissversion:2 bulbil generation:1 parent:%s genes:00000000"
            .formatted(life.beneficiary, "D".repeat(40)));
    life.live(HOUR);
    assertThat(onlyBirth().state()).isEqualTo(Birth.State.LAUNCHED);
    assertThat(life.chain.balance(life.beneficiary)).isEqualTo(Sats.ZERO);
  }

  @Test
  void aLaunchWhoseAnswerIsLostIsAdoptedAndNotRepeated() {
    life.give(60_000);
    life.provider.troubles().once(Act.LAUNCH, Trouble.UNKNOWN_AFTER);
    life.live(DAY.multipliedBy(2));
    var birth = onlyBirth();
    assertThat(birth.state()).isEqualTo(Birth.State.LAUNCHED);
    assertThat(life.book.orders(birth.token().orElseThrow())).hasSize(1);
  }

  @Test
  void aRefusedLaunchIsTriedElsewhere() {
    life.give(60_000);
    life.provider.troubles().once(Act.LAUNCH, Trouble.REFUSE);
    life.live(DAY.multipliedBy(2));
    assertThat(onlyBirth().state()).isEqualTo(Birth.State.LAUNCHED);
    assertThat(onlyBirth().genome().region()).isEqualTo("ams");
    assertThat(onlyBirth().attempts()).isEqualTo(1);
  }

  /** Found by bench/survive --seed 3168: the child was there, and another was ordered. */
  @Test
  void aLaunchThatWasRefusedAfterItWasObeyedIsAdopted() {
    life.give(60_000);
    life.provider.troubles().once(Act.LAUNCH, Trouble.REFUSE_AFTER);
    life.live(DAY.multipliedBy(2));
    var birth = onlyBirth();
    assertThat(birth.state()).isEqualTo(Birth.State.LAUNCHED);
    assertThat(life.book.orders(birth.token().orElseThrow())).hasSize(1);
  }

  @Test
  void aBirthThatIsStuckForEverDelaysNoRenewal() {
    life.give(60_000);
    life.provider.troubles().always(Act.LAUNCH, Trouble.SILENT);
    life.live(DAY.multipliedBy(20));
    assertThat(onlyBirth().state()).isEqualTo(Birth.State.FUNDED);
    assertThat(life.leaseDays()).isGreaterThan(6);
  }

  @Test
  void aTopUpWhoseAnswerIsLostIsNotPaidTwice() {
    life.give(TEN_DOLLARS);
    life.provider.troubles().once(Act.TOP_UP, Trouble.UNKNOWN_AFTER);
    life.live(DAY.multipliedBy(8));
    assertThat(life.credit()).isEqualTo(Cents.of(1_000 - 7 * 38));
    assertThat(life.leaseDays()).isBetween(12.5, 13.5);
  }

  @Test
  void aTopUpThatNeverHappenedIsMadeLater() {
    life.give(TEN_DOLLARS);
    life.provider.troubles().once(Act.TOP_UP, Trouble.UNKNOWN_BEFORE);
    life.live(DAY.multipliedBy(8));
    assertThat(life.credit()).isEqualTo(Cents.of(1_000 - 7 * 38));
  }

  /** Given away by a relay that had extended its lease, and whose provider then was silent. */
  @Test
  void aRelayThatWasRenewedMakesNoWillWhileItsProviderIsSilent() {
    life.give(TEN_DOLLARS);
    life.live(DAY.multipliedBy(7).plusHours(1));
    assertThat(life.leaseDays()).isGreaterThan(13);
    life.provider.troubles().always(Act.READ_LEASE, Trouble.UNKNOWN_BEFORE);
    life.give(3_000);
    life.live(DAY.multipliedBy(7));
    assertThat(life.chain.balance(life.beneficiary)).isEqualTo(Sats.ZERO);
  }

  @Test
  void anInvoiceWhoseAnswerIsLostIsAdopted() {
    life.give(TEN_DOLLARS);
    life.beat(); // Asks for the price.
    life.provider.troubles().once(Act.INVOICE, Trouble.UNKNOWN_AFTER);
    life.live(DAY);
    assertThat(life.credit()).isEqualTo(Cents.dollars(10));
    assertThat(invoicesOf(Cents.dollars(10))).isEqualTo(1);
  }

  private long invoicesOf(Cents amount) {
    return life.provider.invoices(life.token).answer().orElse(List.of()).stream()
        .filter(invoice -> invoice.credits().equals(amount))
        .count();
  }

  @Test
  void aRelayThatCannotBeKeptStillPaysItsRent() {
    life.keeper.breakDown();
    life.give(TEN_DOLLARS);
    life.live(DAY);
    assertThat(life.credit()).isEqualTo(Cents.dollars(10));
    assertThat(life.household().journal().newest(99))
        .anyMatch(entry -> entry.words().contains("relay: ") && entry.words().contains("broken"));
  }

  @Test
  void aRelayWhoseTorIsAdvisedAgainstPaysItsRentAndPlantsNothingUntilItIsUpdated() {
    life.keeper.judge(Standing.UNRECOMMENDED);
    life.beat();
    life.give(60_000);
    life.live(DAY.multipliedBy(2));
    life.crash();
    life.live(HOUR);
    assertThat(life.household().nursery().book().all()).isEmpty();
    assertThat(life.credit()).isGreaterThan(Cents.dollars(20));
    life.give(60_000);
    life.keeper.judge(Standing.RECOMMENDED);
    life.live(DAY.multipliedBy(2));
    assertThat(onlyBirth().state()).isEqualTo(Birth.State.LAUNCHED);
  }

  @Test
  void aHeartbeatAsksForFeesOnce() {
    life.give(TEN_DOLLARS);
    life.live(DAY);
    var before = life.chainSource.feeQuestions();
    life.beat();
    assertThat(life.chainSource.feeQuestions() - before).isEqualTo(1);
  }

  /** A provider that fails in any way for a day: the relay lives on what it has, then goes on. */
  @ParameterizedTest
  @EnumSource(Trouble.class)
  void aProviderInTroubleForADayCostsNothing(Trouble trouble) {
    life.live(HOUR);
    life.give(TEN_DOLLARS);
    life.provider.troubles().everywhere(trouble);
    life.live(DAY);
    life.provider.troubles().heal();
    life.live(DAY.multipliedBy(7));
    assertThat(life.leaseDays()).isGreaterThan(11);
    var paid = life.account().rent();
    var credited = life.credit().value() + 7 * 38;
    assertThat(paid.value()).isEqualTo(credited * 10); // $100,000 a bitcoin: 10 sat a cent.
  }

  /** Killed after every single heartbeat, a relay does what it would have done. */
  @Test
  void aLifeOfCrashesIsTheSameLife() {
    life.give(60_000);
    for (int i = 0; i < 2 * 24 * 8; i++) {
      life.live(TestingLife.HEARTBEAT);
      life.crash();
    }
    life.live(HOUR);
    assertThat(life.household().nursery().book().all())
        .isNotEmpty()
        .allSatisfy(birth -> assertThat(life.book.orders(birth.token().orElseThrow())).hasSize(1));
    assertThat(life.leaseDays()).isBetween(12.5, 13.5);
    assertThat(life.account().rent().value()).isEqualTo((life.credit().value() + 7 * 38) * 10);
  }

  /** Neither a clock set forward past the lease's end nor one set back changes what is done. */
  @ParameterizedTest
  @ValueSource(longs = {40, -40, 3, -3})
  void aClockThatLeapsIsToldAndNotActedUpon(long days) {
    life.give(3_000);
    life.live(DAY);
    life.time.goWrongBy(DAY.multipliedBy(days));
    life.live(DAY.multipliedBy(12).plusHours(21));
    assertThat(life.chain.balance(life.beneficiary)).isEqualTo(Sats.ZERO);
    assertThat(troubles()).anyMatch(words -> words.contains("the clock leapt"));
    life.live(HOUR.multipliedBy(2));
    assertThat(life.chain.balance(life.beneficiary)).isGreaterThan(Sats.of(2_000));
  }

  /**
   * A start finds only the wrong clock; provider and chain put it right before anything is done.
   */
  @ParameterizedTest
  @ValueSource(longs = {40, -40})
  void aStartWithAWrongClockGoesByProviderAndChain(long days) {
    life.give(3_000);
    life.live(DAY);
    life.time.goWrongBy(DAY.multipliedBy(days));
    life.crash();
    life.live(DAY.multipliedBy(12).plusHours(21));
    assertThat(life.chain.balance(life.beneficiary)).isEqualTo(Sats.ZERO);
    life.live(HOUR.multipliedBy(2));
    assertThat(life.chain.balance(life.beneficiary)).isGreaterThan(Sats.of(2_000));
  }

  private List<String> troubles() {
    return life.household().journal().newest(100).stream()
        .filter(entry -> entry.kind() == Entry.Kind.TROUBLE)
        .map(Entry::words)
        .toList();
  }

  /** After a week of dear days, the crowd is merged; the rent goes on meanwhile. */
  @Test
  void aCrowdOfSmallGiftsIsMergedOnceAWeek() {
    life.give(20_000);
    life.chainSource.estimate(FeeEstimates.of(Map.of(1, FeeRate.ofSatPerVb(10))));
    life.live(DAY.multipliedBy(8));
    life.chainSource.estimate(FeeEstimates.of(Map.of(1, FeeRate.ofSatPerVb(1))));
    for (int i = 0; i < 200; i++) {
      life.chain.fund(life.address(), Sats.of(3_000));
    }
    life.live(DAY.multipliedBy(8));
    assertThat(life.household().wallet().view().orElseThrow().coins()).hasSizeLessThan(60);
    assertThat(
            life.household().wallet().outbox().recent(100).stream()
                .filter(payment -> payment.purpose() == Purpose.CONSOLIDATION))
        .hasSizeBetween(1, 2);
    assertThat(life.lease().state()).isNotEqualTo(Lease.State.DELETED);
  }

  private Birth onlyBirth() {
    var all = life.household().nursery().book().all();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }
}
