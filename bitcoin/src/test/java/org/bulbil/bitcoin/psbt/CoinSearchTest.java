package org.bulbil.bitcoin.psbt;

import static org.assertj.core.api.Assertions.assertThat;

import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.Payout;
import org.bulbil.bitcoin.Payouts;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.selection.Spending;
import org.bulbil.bitcoin.testing.TestingChain;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.junit.jupiter.api.Test;

/** A donor's coins are found where his wallet would find them, and paid away once. */
class CoinSearchTest {

  private final TestingChain chain = new TestingChain(new TestingTime());
  private final Donor donor = new Donor(11, Spending.WPKH);

  private CoinSearch.Found search() {
    var outcome = CoinSearch.of(chain.source("one"), donor.descriptor());
    return outcome.answer().orElseThrow(() -> new AssertionError(outcome.summary()));
  }

  @Test
  void confirmedCoinsOfBothBranchesAreFoundAndSpentOnesAreNot() {
    chain.fundAndMine(donor.address(0, 0), Sats.of(40_000));
    chain.fundAndMine(donor.address(0, 19), Sats.of(50_000));
    chain.fundAndMine(donor.address(1, 4), Sats.of(60_000));
    chain.fund(donor.address(0, 2), Sats.of(70_000));
    var found = search();
    assertThat(found.coins())
        .extracting(coin -> coin.value().value())
        .containsExactlyInAnyOrder(40_000L, 50_000L, 60_000L);
    assertThat(found.change()).contains(donor.descriptor().at(1, 5));

    var payee =
        org.bulbil.bitcoin.keys.Account.of(Words.draw(new java.util.Random(1)), Network.REGTEST);
    var to = payee.address(org.bulbil.bitcoin.keys.Branch.RECEIVE);
    var wanted = new Payouts(java.util.List.of(new Payout(to, Sats.of(99_000))));
    var change = ChangeTo.of(donor.descriptor(), found.change().orElseThrow());
    var payment =
        new Donation(wanted, change, FeeRate.ofSatPerVb(2))
            .from(found.coins())
            .answer()
            .orElseThrow();
    assertThat(chain.submit(donor.sign(payment.psbt())).answer()).isPresent();
    assertThat(search().coins()).hasSize(3 - payment.coins().size());
    chain.mine(1);
    assertThat(chain.balance(to)).isEqualTo(Sats.of(99_000));
  }

  @Test
  void aSilentServerIsNotAnEmptyWallet() {
    var source = chain.source("down");
    source.goDown();
    assertThat(CoinSearch.of(source, donor.descriptor()))
        .isInstanceOf(org.bulbil.core.outcome.Outcome.Unknown.class);
  }
}
