package org.bulbil.bitcoin.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.BlockHash;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.testing.TestingChain;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.Test;

/** What every chain source answers about one chain, whatever it speaks underneath. */
public abstract class ChainSourceContract {

  protected final TestingChain chain = new TestingChain(new TestingTime());
  protected final Address address =
      Account.of(
              Words.parse(
                  "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon"
                      + " abandon about"),
              Network.REGTEST)
          .address(Branch.RECEIVE);

  /** The source under test, over {@link #chain}, knowing {@link #address}. */
  protected abstract ChainSource source();

  @Test
  void tellsTheTip() {
    chain.mine(3);
    assertThat(done(source().tip())).isEqualTo(chain.tip());
  }

  @Test
  void givesHeadersThatLinkUpToTheTip() {
    chain.mine(33);
    var headers = done(source().headers(5, 100));
    assertThat(headers).hasSize(chain.tip().height() - 4);
    for (int i = 1; i < headers.size(); i++) {
      assertThat(BlockHash.before(headers.get(i))).isEqualTo(BlockHash.of(headers.get(i - 1)));
    }
    assertThat(BlockHash.of(headers.getLast())).isEqualTo(chain.tip().hash());
  }

  @Test
  void givesNoMoreHeadersThanAskedAndNoneAboveTheTip() {
    chain.mine(33);
    assertThat(done(source().headers(3, 14))).hasSize(14);
    assertThat(done(source().headers(36, 5))).isEmpty();
  }

  @Test
  void listsAHistoryInPagesNewestFirst() {
    for (int i = 0; i < 60; i++) {
      chain.fund(address, Sats.of(5000));
      if (i % 20 == 19) {
        chain.mine(1);
      }
    }
    var waiting = chain.fund(address, Sats.of(6000));
    var script = address.lockingScript();
    var first = done(source().history(script, Optional.empty()));
    assertThat(first.sightings().getFirst()).isEqualTo(new Sighting(waiting, Optional.empty()));
    assertThat(first.sightings().get(1).block().orElseThrow().height())
        .isEqualTo(chain.tip().height());
    int listed = first.sightings().size();
    for (var next = first.next(); next.isPresent(); ) {
      var page = done(source().history(script, next));
      listed += page.sightings().size();
      next = page.next();
    }
    assertThat(listed).isEqualTo(61);
    assertThat(done(source().mempool(script))).containsExactly(waiting);
  }

  @Test
  void givesATransactionAndAProofOfIt() {
    for (int i = 0; i < 6; i++) {
      chain.fund(address, Sats.of(5000 + i));
    }
    var id = chain.fundAndMine(address, Sats.of(7000));
    assertThat(TxId.of(done(source().transaction(id)))).isEqualTo(id);
    var proof = done(source().merkleProof(id));
    assertThat(proof.height()).isEqualTo(chain.tip().height());
    assertThat(proof.branch()).hasSize(3);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    var nobody = new TxId("00".repeat(32));
    assertThat(source().transaction(nobody)).isInstanceOf(Outcome.Refused.class);
    assertThat(source().merkleProof(nobody)).isInstanceOf(Outcome.Refused.class);
    assertThat(source().status(nobody)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void followsATransactionAndItsOutputs() {
    var id = chain.fund(address, Sats.of(5000));
    assertThat(done(source().status(id)).isConfirmed()).isFalse();
    var faucet = OutPoint.of(done(source().transaction(id)).txIn.getFirst().outPoint);
    assertThat(done(source().spender(faucet)).orElseThrow().transaction()).isEqualTo(id);
    assertThat(done(source().spender(new OutPoint(id, 0)))).isEmpty();
    chain.mine(1);
    assertThat(done(source().status(id)).block()).contains(chain.tip());
  }

  @Test
  void takesABroadcastTwiceAndSaysWhyNot() {
    var id = chain.fund(address, Sats.of(5000));
    var transaction = done(source().transaction(id));
    assertThat(done(source().broadcast(transaction))).isEqualTo(id);
    chain.mine(1);
    assertThat(done(source().broadcast(transaction))).isEqualTo(id);
    var again = transaction.updateOutputs(List.of(transaction.txOut.getFirst()));
    assertThat(source().broadcast(again))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, no -> assertThat(no.why()).contains("missingorspent"));
  }

  @Test
  void estimatesFees() {
    assertThat(done(source().feeEstimates()).within(3)).contains(FeeRate.ofSatPerVb(2));
  }

  protected static <T> T done(Outcome<T> outcome) {
    return outcome.answer().orElseThrow(() -> new AssertionError(outcome.summary()));
  }
}
