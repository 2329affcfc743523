package org.bulbil.bitcoin.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxOut;
import fr.acinq.bitcoin.psbt.Psbt;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.pledge.Gathering.Met;
import org.bulbil.bitcoin.pledge.Gathering.NotYet;
import org.bulbil.bitcoin.pledge.Gathering.Wasteful;
import org.bulbil.bitcoin.psbt.Descriptor;
import org.bulbil.bitcoin.psbt.Donor;
import org.bulbil.bitcoin.psbt.DonorCoin;
import org.bulbil.bitcoin.selection.Spending;
import org.bulbil.bitcoin.testing.TestingChain;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.Test;

/** Pledges are worth nothing alone, and pay exactly the goal together. */
class PledgeTest {

  private static final FeeRate RATE = FeeRate.ofSatPerVb(2);
  private static final Account NEW_RELAY = Account.of(Words.draw(new Random(1)), Network.REGTEST);

  private final TestingChain chain = new TestingChain(new TestingTime());
  private final Campaign campaign =
      new Campaign(
          "One more relay in AS 64500",
          NEW_RELAY.address(Branch.RECEIVE),
          Sats.of(20_000),
          Instant.parse("2027-01-31T00:00:00Z"));
  private int donors;

  /** A coin of a new donor, in a block. */
  private DonorCoin coin(Donor donor, long sats) {
    var id = chain.fundAndMine(donor.address(0, 0), Sats.of(sats));
    var transaction = chain.source("one").transaction(id).answer().orElseThrow();
    int index = 0;
    var script = donor.descriptor().at(Descriptor.RECEIVE, 0).script();
    while (!org.bulbil.bitcoin.LockingScript.of(transaction.txOut.get(index).publicKeyScript)
        .equals(script)) {
      index++;
    }
    return DonorCoin.of(transaction, index, Optional.of(donor.descriptor()));
  }

  private Psbt signed(Donor donor, Psbt request) {
    var transaction = donor.sign(request);
    var input = transaction.txIn.getFirst();
    var finished =
        input.witness.stack.isEmpty()
            ? request.finalizeNonWitnessInput(
                0, fr.acinq.bitcoin.Script.parse(input.signatureScript))
            : request.finalizeWitnessInput(0, input.witness);
    return Objects.requireNonNull(finished.getRight(), finished::toString);
  }

  private Pledge pledge(Spending spending, long sats) {
    var donor = new Donor(++donors, spending);
    var outcome =
        Signing.pledge(campaign, signed(donor, Signing.request(campaign, coin(donor, sats))));
    return outcome.answer().orElseThrow(() -> new AssertionError(outcome.summary()));
  }

  /** Coins of three kinds, through files, in any order; a single one is refused by every node. */
  @Test
  void togetherTheyPayTheGoalAndAloneNothing() {
    var pledges = new ArrayList<Pledge>();
    for (var spending : List.of(Spending.WPKH, Spending.TR, Spending.PKH)) {
      var file = PledgeFiles.write(pledge(spending, 7_000)).getBytes(StandardCharsets.UTF_8);
      assertThat(file).hasSizeLessThan(1_200);
      pledges.add(PledgeFiles.pledge(file).answer().orElseThrow());
    }
    var alone = campaign.payment(List.of(pledges.getFirst().input()));
    assertThat(chain.submit(alone).answer()).isEmpty();
    for (var pledge : pledges) {
      assertThat(PledgeCheck.fault(campaign, pledge)).isEmpty();
      assertThat(PledgeCheck.faultOnChain(chain.source("one"), pledge).answer())
          .contains(Optional.empty());
    }
    Collections.shuffle(pledges, new Random(3));
    var met = (Met) new Gathering(campaign, RATE, Sats.of(1_000)).from(pledges);
    assertThat(met.fee()).isEqualTo(Sats.of(1_000));
    assertThat(chain.submit(met.payment()).answer()).isPresent();
    chain.mine(1);
    assertThat(chain.balance(campaign.address())).isEqualTo(campaign.goal());
    assertThat(faultOnChain(pledges.getFirst())).contains("its coin is spent");
  }

  private String faultOnChain(Pledge pledge) {
    return PledgeCheck.faultOnChain(chain.source("one"), pledge)
        .answer()
        .flatMap(fault -> fault)
        .orElse("");
  }

  @Test
  void tooLittleIsMissingAndTooMuchIsNotWasted() {
    var gathering = new Gathering(campaign, RATE, Gathering.modest(campaign, RATE));
    var half = pledge(Spending.WPKH, 10_000);
    var answer = (NotYet) gathering.from(List.of(half, half));
    assertThat(answer.together()).as("one coin counts once").isEqualTo(Sats.of(10_000));
    assertThat(answer.missing().value()).isBetween(10_001L, 10_500L);
    var much = pledge(Spending.WPKH, 60_000);
    var wasteful = (Wasteful) gathering.from(List.of(much));
    assertThat(wasteful.fee()).isEqualTo(Sats.of(40_000));
    var fitting = pledge(Spending.WPKH, 10_900);
    var met = (Met) gathering.from(List.of(much, half, fitting));
    assertThat(met.used()).containsExactlyInAnyOrder(half, fitting);
    assertThat(met.fee()).isEqualTo(Sats.of(900));
  }

  /** A signature that is valid alone and would break the common payment is refused. */
  @Test
  void aSignatureOfAnotherTypeOrForAnotherOutputIsRefused() {
    var good = pledge(Spending.WPKH, 10_000);
    var key = Account.of(Words.draw(new Random(9)), Network.REGTEST);
    var id = chain.fundAndMine(key.address(Branch.RECEIVE), Sats.of(10_000));
    var transaction = chain.source("one").transaction(id).answer().orElseThrow();
    int index = transaction.txOut.getFirst().amount.toLong() == 10_000 ? 0 : 1;
    var point = new org.bulbil.bitcoin.OutPoint(id, index);
    var spent = new Account.Spending(Branch.RECEIVE, Sats.of(10_000));
    var usual = key.sign(campaign.withInput(point), List.of(spent));
    assertThat(signing(usual, key).summary()).contains("0x01 instead of 0x81");
    var together = key.signTogether(campaign.withInput(point), spent);
    assertThat(signing(together, key).answer()).isPresent();

    var dearer =
        new Campaign(campaign.title(), campaign.address(), Sats.of(20_001), campaign.expires());
    assertThat(PledgeCheck.fault(dearer, good).orElseThrow()).contains("another campaign");
    var moved = new Pledge(dearer.id(), good.coin(), good.value(), good.script(), good.signed());
    assertThat(PledgeCheck.fault(dearer, moved).orElseThrow())
        .contains("not valid for this output");
    var lie =
        new Pledge(good.campaign(), good.coin(), Sats.of(90_000), good.script(), good.signed());
    assertThat(PledgeCheck.fault(campaign, lie).orElseThrow()).contains("lies about its coin");
  }

  private Outcome<Pledge> signing(Transaction signed, Account key) {
    return Signing.pledge(campaign, signed, Sats.of(10_000), key.script(Branch.RECEIVE));
  }

  /** The amount of an old kind of coin is not signed: only the chain can tell. */
  @Test
  void anOldCoinThatLiesAboutItsAmountIsFoundOnTheChain() {
    var good = pledge(Spending.PKH, 10_000);
    var lie =
        new Pledge(good.campaign(), good.coin(), Sats.of(90_000), good.script(), good.signed());
    assertThat(PledgeCheck.fault(campaign, lie)).isEmpty();
    assertThat(faultOnChain(lie)).contains("another amount");
    var silent = chain.source("silent");
    silent.goDown();
    assertThat(PledgeCheck.faultOnChain(silent, good)).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void anUnsignedRequestAndAnotherPaymentAreNoPledges() {
    var donor = new Donor(50, Spending.WPKH);
    var coin = coin(donor, 10_000);
    var request = Signing.request(campaign, coin);
    assertThat(Signing.pledge(campaign, request).summary()).contains("is not signed");
    var elsewhere =
        new Transaction(
            2,
            request.global.tx.txIn,
            List.of(new TxOut(new Satoshi(19_000), coin.script().bytes())),
            0);
    assertThat(Signing.pledge(campaign, new Psbt(elsewhere)).summary())
        .contains("does not pay exactly this campaign");
  }

  @Test
  void filesThatWereChangedAreRefused() {
    var text = PledgeFiles.write(campaign);
    assertThat(PledgeFiles.campaign(text.getBytes(StandardCharsets.UTF_8)).answer())
        .contains(campaign);
    for (var broken :
        List.of(
            text.replace("20000", "30000"), text.replace("campaign 1", "campaign 2"), "{}", "")) {
      assertThat(PledgeFiles.campaign(broken.getBytes(StandardCharsets.UTF_8)).summary())
          .contains("it is no campaign");
    }
    var pledge = PledgeFiles.write(pledge(Spending.WPKH, 9_000));
    for (int cut = 0; cut < pledge.length() - 2; cut += 37) {
      var part = pledge.substring(0, cut).getBytes(StandardCharsets.UTF_8);
      assertThat(PledgeFiles.pledge(part).answer()).isEmpty();
    }
    assertThatThrownBy(
            () -> new Campaign("x", campaign.address(), Sats.of(100), campaign.expires()))
        .hasMessageContaining("is dust");
  }
}
