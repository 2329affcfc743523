package org.bulbil.bitcoin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.junit.jupiter.api.Test;

/** What simulated lives lean on: a fee market, reorganisations, servers that lag and lie. */
class TestingChainTest {

  private static final Sats GIFT = Sats.of(10_000);

  private final TestingChain chain = new TestingChain(new TestingTime());
  private final Address somebody =
      Account.of(Words.draw(new Random(1)), Network.REGTEST).address(Branch.RECEIVE);

  @Test
  void aDearBlockLeavesWhatPaysTooLittle() {
    var gift = chain.fund(somebody, GIFT); // Pays 1,000 satoshis for some 130 vB.
    chain.mine(FeeRate.ofSatPerVb(50));
    assertThat(chain.height(gift)).isEmpty();
    chain.mine(FeeRate.ofSatPerVb(5));
    assertThat(chain.height(gift)).contains(3);
  }

  @Test
  void whatABranchDoesNotTakeWaitsAgain() {
    var gone = chain.fundAndMine(somebody, GIFT);
    var stays = chain.fundAndMine(somebody, GIFT.times(2));
    chain.reorganise(2, transaction -> transaction.txid.equals(stays.toKmp()));
    assertThat(chain.height(gone)).isEmpty();
    assertThat(chain.height(stays)).contains(2);
    assertThat(chain.waiting()).singleElement().matches(tx -> tx.txid.equals(gone.toKmp()));
    assertThat(chain.tip().height()).isEqualTo(4);
    assertThat(chain.balance(somebody)).isEqualTo(GIFT.times(3));
    assertThat(chain.reorganisations()).isEqualTo(1);
  }

  @Test
  void aHistoryIsInTheOrderOfBlocks() {
    var first = chain.fundAndMine(somebody, GIFT);
    var second = chain.fundAndMine(somebody, GIFT);
    assertThat(chain.history(List.of(somebody.lockingScript(), somebody.lockingScript())))
        .extracting(transaction -> transaction.txid)
        .containsExactly(first.toKmp(), second.toKmp());
  }

  @Test
  void aServerThatIsBehindShowsTheChainAsItWas() {
    var server = chain.source("behind");
    var gift = chain.fundAndMine(somebody, GIFT);
    server.fallBehind(1);
    assertThat(server.tip().answer().orElseThrow().height()).isEqualTo(1);
    assertThat(server.headers(0, 10).answer().orElseThrow()).hasSize(2);
    assertThat(server.headers(5, 10).answer().orElseThrow()).isEmpty();
    var page = server.history(somebody.lockingScript(), Optional.empty()).answer().orElseThrow();
    assertThat(page.sightings()).isEmpty();
    assertThat(server.merkleProof(gift).answer()).isEmpty();
    server.fallBehind(0);
    assertThat(server.merkleProof(gift).answer()).isPresent();
  }

  @Test
  void aForgedBlockIsShownUponTheTip() {
    var liar = chain.source("liar");
    var lie = new Faucet().gift(somebody, GIFT);
    liar.forge(lie);
    var tip = liar.tip().answer().orElseThrow();
    assertThat(tip.height()).isEqualTo(chain.tip().height() + 1);
    assertThat(liar.headers(tip.height(), 5).answer().orElseThrow()).hasSize(1);
    liar.comeClean();
    assertThat(liar.tip().answer()).contains(chain.tip());
  }
}
