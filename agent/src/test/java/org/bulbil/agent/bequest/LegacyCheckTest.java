package org.bulbil.agent.bequest;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxHash;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bulbil.agent.bequest.BequestMessage.SweepMessage;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.core.charity.Beneficiaries;
import org.bulbil.core.charity.Beneficiary;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.junit.jupiter.api.Test;

/** Nothing passes but signed sweeps to a beneficiary of ours, valid at a time to come. */
class LegacyCheckTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final long LATER = NOW.plus(Duration.ofDays(9)).getEpochSecond();
  private static final long REPLACEABLE = 0xfffffffdL;
  private static final long VALUE = 20_000;

  private static final Account RELAY = account(1);
  private static final Account STRANGER = account(2);
  private static final Address CHARITY = account(3).address(Branch.RECEIVE);
  private static final Kin TESTATOR =
      new Kin(
          new Fingerprint("C".repeat(40)),
          Optional.empty(),
          "127.0.0.1",
          Optional.of(RELAY.address(Branch.RECEIVE).toString()),
          "");

  private final LegacyCheck check =
      new LegacyCheck(
          Network.REGTEST,
          Beneficiaries.of(
              new Beneficiary(
                  "Charity",
                  CHARITY.toString(),
                  "https://charity.test",
                  LocalDate.EPOCH,
                  LocalDate.EPOCH)));

  private static Account account(long seed) {
    return Account.of(Words.draw(new Random(seed)), Network.REGTEST);
  }

  /** A sweep of coin 0 of the published address and coin 1 of the change. */
  private static Transaction sweep(Address to, long fee, long lockTime, long sequence) {
    return sweep(RELAY, to, 2 * VALUE - fee, lockTime, sequence);
  }

  private static Transaction sweep(
      Account owner, Address to, long amount, long lockTime, long sequence) {
    var inputs = new ArrayList<TxIn>();
    for (int i = 0; i < 2; i++) {
      inputs.add(new TxIn(new OutPoint(new TxHash("ab".repeat(32)), i), sequence));
    }
    var output = new TxOut(new Satoshi(amount), to.lockingScript().bytes());
    var unsigned = new Transaction(2, inputs, List.of(output), lockTime);
    return owner.sign(
        unsigned,
        List.of(
            new Account.Spending(Branch.RECEIVE, Sats.of(VALUE)),
            new Account.Spending(Branch.CHANGE, Sats.of(VALUE))));
  }

  private static Transaction good(long fee) {
    return sweep(CHARITY, fee, LATER, REPLACEABLE);
  }

  private static SweepMessage message(Transaction sweep) {
    return message(sweep, VALUE, VALUE);
  }

  private static SweepMessage message(Transaction sweep, Long... values) {
    return new SweepMessage(HexFormat.of().formatHex(Transaction.write(sweep)), List.of(values));
  }

  private String refusal(SweepMessage... sweeps) {
    var message = new BequestMessage(TESTATOR.fingerprint().value(), List.of(sweeps));
    return check.check(message, TESTATOR, NOW) instanceof Outcome.Refused<Legacy>(String why, _)
        ? why
        : "";
  }

  private String refusal(Transaction sweep) {
    return refusal(message(sweep));
  }

  @Test
  void threeSweepsOfTheSameCoinsPass() {
    assertThat(refusal(message(good(200)), message(good(900)), message(good(4_000)))).isEmpty();
  }

  /** Those of all coins, and of the proven ones in case a payment never confirms. */
  @Test
  void twoSetsThatShareACoinPassAndTwoThatDoNotAreRefused() {
    var some = of(1);
    assertThat(refusal(message(good(200)), message(some, VALUE))).isEmpty();
    assertThat(refusal(message(of(0), VALUE), message(some, VALUE))).contains("share no coin");
  }

  /** A sweep of one of the coins alone. */
  private static Transaction of(int index) {
    var branch = index == 0 ? Branch.RECEIVE : Branch.CHANGE;
    var input = new TxIn(new OutPoint(new TxHash("ab".repeat(32)), index), REPLACEABLE);
    var output = new TxOut(new Satoshi(VALUE - 200), CHARITY.lockingScript().bytes());
    var unsigned = new Transaction(2, List.of(input), List.of(output), LATER);
    return RELAY.sign(unsigned, List.of(new Account.Spending(branch, Sats.of(VALUE))));
  }

  @Test
  void nobodyElseIsPaid() {
    var stranger = STRANGER.address(Branch.RECEIVE);
    assertThat(refusal(sweep(stranger, 200, LATER, REPLACEABLE)))
        .contains("no beneficiary of ours");
  }

  @Test
  void itsTimeIsToComeAndNotTooFarAndHolds() {
    assertThat(refusal(sweep(CHARITY, 200, 0, REPLACEABLE))).contains("valid at once");
    assertThat(refusal(sweep(CHARITY, 200, 499_999_999, REPLACEABLE))).contains("valid at once");
    long far = NOW.plus(Duration.ofDays(500)).getEpochSecond();
    assertThat(refusal(sweep(CHARITY, 200, far, REPLACEABLE))).contains("more than 400 days");
    assertThat(refusal(sweep(CHARITY, 200, LATER, 0xffffffffL))).contains("switches its lock time");
    assertThat(refusal(message(good(200)), message(sweep(CHARITY, 900, LATER + 1, REPLACEABLE))))
        .contains("different moments");
  }

  @Test
  void whatIsNotSignedOrStatesOtherValuesIsRefused() {
    var hex = message(good(200)).raw();
    assertThat(refusal(new SweepMessage(hex, List.of(VALUE, VALUE + 1)))).contains("malformed");
    assertThat(refusal(new SweepMessage(hex, List.of(VALUE)))).contains("value of other coins");
    assertThat(refusal(new SweepMessage(hex, List.of(1L, 1L)))).contains("pays more than it takes");
    assertThat(refusal(new SweepMessage(hex, List.of(-1L, VALUE)))).contains("malformed");
    var signed = good(200);
    var unsigned =
        new Transaction(
            2,
            signed.txIn.stream().map(in -> new TxIn(in.outPoint, in.sequence)).toList(),
            signed.txOut,
            signed.lockTime);
    assertThat(refusal(unsigned)).contains("of another kind");
  }

  @Test
  void manyOwnersAreNoRelay() {
    var foreign = sweep(STRANGER, CHARITY, VALUE, LATER, REPLACEABLE);
    assertThat(refusal(foreign)).contains("belong to several others");
  }

  @Test
  void nonsenseIsRefusedAndThrowsNothing() {
    var random = new Random(20261122);
    var bytes = Transaction.write(good(200));
    for (int i = 0; i < 500; i++) {
      var changed = bytes.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      var hex = HexFormat.of().formatHex(changed);
      assertThat(refusal(new SweepMessage(hex, List.of(VALUE, VALUE)))).as(hex).isNotEmpty();
    }
    assertThat(refusal(new SweepMessage("zz", List.of()))).isNotEmpty();
    assertThat(refusal()).contains("it has 0 sweeps");
    assertThat(refusal(Collections.nCopies(7, message(good(1))).toArray(SweepMessage[]::new)))
        .contains("it has 7 sweeps");
  }

  @Test
  void anothersMessageIsNotKeptForThisOne() {
    var message = new BequestMessage("D".repeat(40), List.of(message(good(200))));
    assertThat(check.check(message, TESTATOR, NOW)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void whatIsNoJsonIsRefused() {
    for (var text : new String[] {"", "{}", "[]", "null", "{\"testator\":1}", "{\"sweeps\":[]}"}) {
      assertThat(BequestMessage.read(text)).as(text).isInstanceOf(Outcome.Refused.class);
    }
  }
}
