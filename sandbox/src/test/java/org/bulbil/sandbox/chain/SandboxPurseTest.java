package org.bulbil.sandbox.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.testing.SimulatedTime;
import org.bulbil.sandbox.chain.ledger.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A purse pays what it is told, keeps the rest, and spends no coin twice. */
class SandboxPurseTest {

  private static final FeeRate RATE = FeeRate.ofSatPerVb(2);

  private final RegtestChain chain = new RegtestChain(new SimulatedTime());
  private final SandboxPurse purse = new SandboxPurse(chain, "a purse under test");
  private final Address donee = new SandboxPurse(chain, "somebody").address();

  @BeforeEach
  void fill() {
    chain.premine(101, purse.address().script(), Duration.ofMinutes(10));
  }

  @Test
  void theSameWordsMakeTheSameAddresses() {
    var twin = new SandboxPurse(chain, "a purse under test");
    assertThat(twin.address()).isEqualTo(purse.address());
    assertThat(twin.freshAddress()).isEqualTo(purse.freshAddress()).isNotEqualTo(purse.address());
    assertThat(purse.address().text()).startsWith("bcrt1q");
  }

  @Test
  void aThousandPaymentsGoIntoOneTransaction() {
    var payments =
        IntStream.range(0, 1000).mapToObj(i -> new Payment(donee, Sats.of(1000 + i))).toList();
    var paid = purse.pay(payments, RATE).answer().orElseThrow();
    assertThat(chain.receivedBy(donee)).hasSize(1000);
    assertThat(chain.transaction(paid.txid).orElseThrow().fee())
        .isBetween(RATE.feeFor(31_000), RATE.feeFor(31_300));
    chain.mine(1, donee.script());
  }

  @Test
  void whatIsPaidAndWhatStaysAddUp() {
    var before = purse.balance();
    var paid = purse.pay(donee, Sats.of(123_456), RATE).answer().orElseThrow();
    var fee = chain.transaction(paid.txid).orElseThrow().fee();
    assertThat(purse.balance()).isEqualTo(before.minus(Sats.of(123_456)).minus(fee));
    assertThat(purse.signed()).containsExactly(paid);
  }

  @Test
  void itSpendsItsOwnUnconfirmedChange() {
    assertThat(purse.spendable()).as("mature coins").isEqualTo(Sats.of(10_000_000_000L));
    for (int i = 0; i < 30; i++) {
      assertThat(purse.pay(donee, Sats.of(50_000), RATE)).isInstanceOf(Outcome.Done.class);
    }
    chain.mine(1, donee.script());
    assertThat(chain.receivedBy(donee)).hasSize(31);
  }

  @Test
  void aReorganisationLosesNoPaymentHoweverLongTheirChain() {
    for (int block = 0; block < 4; block++) {
      for (int i = 0; i < 20; i++) {
        assertThat(purse.pay(donee, Sats.of(50_000), RATE)).isInstanceOf(Outcome.Done.class);
      }
      chain.mine(1, purse.address().script());
    }
    chain.changeFeeFloor(FeeRate.ofSatPerVb(50));
    chain.reorganise(4, purse.address().script());
    assertThat(chain.receivedBy(donee)).as("waiting").hasSize(80);
    chain.mine(1, purse.address().script());
    assertThat(purse.signed())
        .allMatch(
            it -> chain.transaction(it.txid).orElseThrow().place() instanceof Place.Confirmed);
  }

  @Test
  void aCoinOfAnEvictedPaymentIsNotSpentAgain() {
    var first = purse.pay(donee, Sats.of(50_000), RATE).answer().orElseThrow();
    chain.evict(first.txid);
    var second = purse.pay(donee, Sats.of(50_000), RATE).answer().orElseThrow();
    var coins = new HashSet<>(first.txIn.stream().map(it -> it.outPoint).toList());
    assertThat(second.txIn).noneMatch(it -> coins.contains(it.outPoint));
    purse.resend();
    assertThat(chain.transaction(first.txid)).isPresent();
  }

  @Test
  void moreThanThereIsIsRefused() {
    assertThat(purse.pay(donee, Sats.of(10_000_000_001L), RATE).summary())
        .startsWith("refused")
        .contains("10000000000 sat");
  }

  @Test
  void aRestThatWereDustGoesToTheMiner() {
    var all = purse.spendable();
    var amount = all.minus(RATE.feeFor(190)).minus(Sats.of(150));
    var paid = purse.pay(List.of(new Payment(donee, amount)), RATE).answer().orElseThrow();
    assertThat(paid.txOut).hasSize(1);
  }

  @Test
  void aTillWithManyAddressesSeesAndSpendsThemAll() {
    var till = new SandboxPurse(chain, "a till");
    var payments =
        IntStream.range(0, 40)
            .mapToObj(_ -> new Payment(till.freshAddress(), Sats.of(10_000)))
            .toList();
    purse.pay(payments, RATE);
    chain.mine(1, donee.script());
    assertThat(till.balance()).isEqualTo(Sats.of(400_000));
    assertThat(till.pay(donee, Sats.of(300_000), RATE)).isInstanceOf(Outcome.Done.class);
  }
}
