package org.bulbil.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.core.charity.Beneficiaries;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.policy.Decision.Rest;
import org.bulbil.core.testing.MemoryFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last will is in a block before the server ends, whatever room in blocks costs. */
class WillLifeTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final int DAYS = 2;

  /** Three dollars: less than the provider sells. */
  private static final long LITTLE = 3_000;

  @TempDir(factory = MemoryFolder.class)
  Path home;

  private TestingLife life;

  @BeforeEach
  void begin() {
    life = new TestingLife(TestingLife.memory(home), DAYS);
    life.give(LITTLE);
  }

  @AfterEach
  void everySatoshiIsAccountedForAndEnd() {
    assertThat(life.account().difference()).isZero();
    assertThat(life.account().foreign()).isEqualTo(Sats.ZERO);
    life.close();
  }

  private void liveUntilBeforeTheEnd(Duration left) {
    life.live(DAY.multipliedBy(DAYS).minus(left));
  }

  private Sats given() {
    return life.account().paid(Purpose.WILL);
  }

  private Payment will() {
    return life.household().wallet().outbox().recent(1).getFirst();
  }

  @Test
  void inQuietTimesTheWillIsMadeTwoHoursBeforeTheEnd() {
    liveUntilBeforeTheEnd(Duration.ofMinutes(210));
    assertThat(given()).isEqualTo(Sats.ZERO);
    life.live(Duration.ofMinutes(150));
    assertThat(life.chain.balance(life.beneficiary)).isGreaterThan(Sats.of(2_000));
    assertThat(life.account().held()).isEqualTo(Sats.ZERO);
  }

  /** The next block asks 32 times what a patient payment pays. */
  @Test
  void whenRoomInTheNextBlockIsDearTheWillIsMadeEarlier() {
    var dear =
        FeeEstimates.of(
            Map.of(1, FeeRate.ofSatPerVb(16), 12, FeeRate.ofSatPerVb(2), 144, new FeeRate(500)));
    life.chainSource.estimate(dear);
    liveUntilBeforeTheEnd(Duration.ofHours(5));
    assertThat(given()).isEqualTo(Sats.ZERO);
    life.live(Duration.ofMinutes(150));
    assertThat(given()).isGreaterThan(Sats.ZERO);
  }

  @Test
  void aWillThatWaitsBidsHigherUntilABlockTakesItInTime() {
    life.minersAsk(new FeeRate(2_400));
    liveUntilBeforeTheEnd(Duration.ofMinutes(31));
    var will = will();
    assertThat(will.attempts()).hasSizeGreaterThan(1);
    assertThat(will.attempts().getFirst().inputs()).isEqualTo(will.current().inputs());
    assertThat(will.isConfirmed()).isTrue();
    assertThat(life.lease().state()).isNotEqualTo(Lease.State.DELETED);
    assertThat(life.chain.balance(life.beneficiary)).isEqualTo(will.amount());
  }

  @Test
  void noBidEverTakesMoreThanTheBeneficiaryGets() {
    life.minersAsk(FeeRate.ofSatPerVb(500));
    var tooMuch = FeeEstimates.of(Map.of(1, FeeRate.ofSatPerVb(40), 2, FeeRate.ofSatPerVb(2)));
    life.chainSource.estimate(tooMuch);
    liveUntilBeforeTheEnd(Duration.ofHours(-2));
    assertThat(will().attempts())
        .hasSizeGreaterThan(1)
        .allSatisfy(bid -> assertThat(bid.amount()).isGreaterThanOrEqualTo(bid.fee()));
  }

  /** Blocks pass the will by, and take the gift. */
  @Test
  void aGiftThatComesWhileTheWillWaitsRevives() {
    life.minersAsk(FeeRate.ofSatPerVb(8));
    liveUntilBeforeTheEnd(Duration.ofMinutes(121));
    life.chain.fund(life.address(), Sats.of(9_000));
    life.live(Duration.ofMinutes(1));
    assertThat(will().isOpen()).isTrue();
    life.minersAsk(new FeeRate(1));
    life.live(DAY);
    assertThat(life.lease().state()).isNotEqualTo(Lease.State.DELETED);
    assertThat(life.leaseDays()).isGreaterThan(5);
    assertThat(life.chain.balance(life.beneficiary)).isGreaterThan(Sats.ZERO);
  }

  /** Found by bench/survive --seed 3912: a will nobody had heard of was sent after the renewal. */
  @Test
  void aWillThatStillWaitsIsTakenBackOnceTheRentIsPaid() {
    life.minersAsk(FeeRate.ofSatPerVb(8));
    liveUntilBeforeTheEnd(Duration.ofMinutes(90));
    assertThat(will().isOpen()).isTrue();
    life.book.grant(life.household().tenancy().token(), Cents.dollars(5));
    life.live(Duration.ofMinutes(30));
    assertThat(will().isWithdrawn()).isTrue();
    life.minersAsk(new FeeRate(1));
    life.live(DAY);
    assertThat(life.chain.balance(life.beneficiary)).isEqualTo(Sats.ZERO);
    assertThat(life.account().held()).isGreaterThan(Sats.of(2_000));
  }

  @Test
  void whereTheFirstHasExpiredTheSecondGetsIt() {
    var list = life.beneficiaries.list();
    var expired = life.charity("First", life.beneficiary, 1);
    life.beneficiaries = Beneficiaries.of(expired, list.getLast());
    life.crash();
    liveUntilBeforeTheEnd(Duration.ofHours(1));
    assertThat(life.chain.balance(life.beneficiary)).isEqualTo(Sats.ZERO);
    assertThat(life.chain.balance(life.second)).isGreaterThan(Sats.of(2_000));
  }

  @Test
  void whereAllHaveExpiredTheCoinsStayAndTheRelaySaysSo() {
    life.beneficiaries = Beneficiaries.of(life.charity("First", life.beneficiary, 1));
    life.crash();
    liveUntilBeforeTheEnd(Duration.ofHours(1));
    assertThat(given()).isEqualTo(Sats.ZERO);
    assertThat(life.account().held()).isEqualTo(Sats.of(LITTLE));
    assertThat(life.decision())
        .isInstanceOfSatisfying(
            Rest.class, rest -> assertThat(rest.why()).contains("No beneficiary is valid"));
  }

  /** All servers are silent about fees: a guess is better than no will. */
  @Test
  void theWillIsMadeAlsoWhereNobodyKnowsAFee() {
    life.chainSource.estimate(FeeEstimates.of(Map.of()));
    liveUntilBeforeTheEnd(Duration.ofMinutes(30));
    assertThat(life.chain.balance(life.beneficiary)).isGreaterThan(Sats.ZERO);
  }
}
