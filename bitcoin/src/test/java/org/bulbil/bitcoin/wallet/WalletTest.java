package org.bulbil.bitcoin.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxOut;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bulbil.bitcoin.ledger.Coin;
import org.bulbil.bitcoin.ledger.Gift;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.outbox.SweepOrder;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.testing.MemoryFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what is proven is money, and what cannot be learnt changes nothing. */
class WalletTest {

  @TempDir(factory = MemoryFolder.class)
  private Path folder;

  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aGiftIsHopeUntilABlockProvesIt() {
    var id = bench.chain.fund(bench.wallet.receiveAddress(), Sats.of(50_000));
    var before = bench.view();
    assertThat(before.spendable()).isEqualTo(Sats.ZERO);
    assertThat(before.hopes()).containsExactly(new Hope(id, Sats.of(50_000)));
    bench.chain.mine(1);
    var after = bench.view();
    assertThat(after.spendable()).isEqualTo(Sats.of(50_000));
    assertThat(after.hopes()).isEmpty();
    assertThat(after.gifts()).extracting(Gift::transaction).containsExactly(id);
    assertThat(after.account().toString())
        .isEqualTo("received 50000 = rent 0 + fees 0 + given 0 + held 50000 sat");
    assertThat(after.isComplete()).isTrue();
  }

  @Test
  void everyGiftIsCountedAndTheNewestAreHeld() {
    bench.gift(50_000);
    bench.wallet.close();
    bench.recordGifts(1_100);
    bench.reopen();
    var view = bench.wallet.view().orElseThrow();
    assertThat(view.gifts()).hasSize(1_000);
    assertThat(view.giftCount()).isEqualTo(1_101);
  }

  @Test
  void aTurnInWhichNothingHappensCostsThreeQuestions() {
    bench.gift(50_000);
    bench.gift(60_000);
    int before = bench.server.requests();
    bench.view();
    assertThat(bench.server.requests() - before).isEqualTo(3);
  }

  @Test
  void aNewBlockWithoutOursCostsFourQuestions() {
    bench.gift(50_000);
    bench.chain.mine(1);
    int before = bench.server.requests();
    assertThat(bench.view().tip()).isEqualTo(bench.chain.tip());
    assertThat(bench.server.requests() - before).isEqualTo(4);
  }

  @Test
  void anUnreachableServerIsNotAnEmptyWallet() {
    var known = bench.gift(50_000);
    bench.server.goDown();
    assertThat(bench.wallet.refresh()).isInstanceOf(Outcome.Unknown.class);
    assertThat(bench.wallet.view()).contains(known);
    bench.restart();
    assertThat(bench.wallet.refresh()).isInstanceOf(Outcome.Unknown.class);
    assertThat(bench.wallet.view().orElseThrow().spendable()).isEqualTo(Sats.of(50_000));
  }

  @Test
  void anOmittedTransactionThatWasProvenIsNotForgotten() {
    bench.gift(50_000);
    bench.chain.confirmed().forEach(tx -> bench.server.omit(org.bulbil.bitcoin.TxId.of(tx)));
    bench.chain.mine(1);
    assertThat(bench.view().spendable()).isEqualTo(Sats.of(50_000));
    bench.restart();
    assertThat(bench.view().spendable()).isEqualTo(Sats.of(50_000));
  }

  @Test
  void anInventedConfirmationIsNoMoney() {
    bench.gift(50_000);
    var script = bench.wallet.receiveAddress().lockingScript().bytes();
    var fake =
        new Transaction(
            2,
            bench.chain.confirmed().getLast().txIn,
            List.of(new TxOut(new Satoshi(21_000_000), script)),
            0);
    bench.server.invent(fake);
    bench.chain.mine(1);
    var view = bench.view();
    assertThat(view.spendable()).isEqualTo(Sats.of(50_000));
    assertThat(view.isComplete()).isFalse();
    assertThat(view.remarks()).anyMatch(remark -> remark.contains("without proof"));
  }

  @Test
  void aGiftWithAMonstrousOutputBesideItIsAGift() {
    var id = bench.chain.fund(bench.wallet.receiveAddress(), Sats.of(50_000));
    var gift = bench.takeFromMempool(id);
    var outputs = new ArrayList<>(gift.txOut);
    outputs.add(new TxOut(new Satoshi(0), new byte[20_000]));
    bench.chain.mineDirectly(gift.updateOutputs(outputs));
    assertThat(bench.view().spendable()).isEqualTo(Sats.of(50_000));
  }

  /** A taproot control block of 33 bytes can look like any key. */
  @Test
  void aGiftThatShowsOurKeyInItsWitnessIsAGiftAllTheSame() {
    var id = bench.chain.fund(bench.wallet.receiveAddress(), Sats.of(50_000));
    var gift = bench.takeFromMempool(id);
    var spend = bench.paidElsewhere();
    bench.chain.mineDirectly(gift.updateWitness(0, spend.txIn.getFirst().witness));
    var view = bench.view();
    assertThat(view.account().received()).isEqualTo(Sats.of(50_000 + 60_000));
    assertThat(view.account().difference()).isZero();
  }

  @Test
  void aReorganisationTakesAGiftBackUntilItIsMinedAgain() {
    bench.chain.mine(5);
    bench.gift(50_000);
    bench.chain.reorganise(2);
    var without = bench.view();
    assertThat(without.tip()).isEqualTo(bench.chain.tip());
    assertThat(without.spendable()).isEqualTo(Sats.ZERO);
    assertThat(without.hoped()).isEqualTo(Sats.of(50_000));
    assertThat(without.account().difference()).isZero();
    bench.chain.mine(1);
    assertThat(bench.view().spendable()).isEqualTo(Sats.of(50_000));
  }

  @Test
  void aLongHistoryIsReadOverSeveralTurns() {
    for (int i = 0; i < 120; i++) {
      bench.chain.fund(bench.wallet.receiveAddress(), Sats.of(10_000 + i));
    }
    bench.chain.mine(1);
    assertThat(bench.view().isComplete()).isFalse();
    bench.view();
    var read = bench.view();
    assertThat(read.isComplete()).isTrue();
    assertThat(read.coins()).hasSize(120);
    assertThat(read.coins()).extracting(Coin::value).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(read.account().difference()).isZero();
  }

  @Test
  void aWalletBornLateReadsOnlyRecentHeaders() {
    bench.chain.mine(250);
    var recent =
        new WalletSettings(
            org.bulbil.bitcoin.Network.REGTEST,
            new org.bulbil.bitcoin.keys.SeedFile(folder.resolve("seed2")),
            new org.bulbil.bitcoin.store.SqliteFile(folder.resolve("late.db")),
            org.bulbil.bitcoin.spv.Birthday.RECENT,
            List.of());
    try (var late =
        Wallet.open(recent, List.of(bench.server), bench.time, new java.util.Random(3))) {
      late.refresh();
      bench.chain.fundAndMine(late.receiveAddress(), Sats.of(7777));
      var view = late.refresh().answer().orElseThrow();
      assertThat(view.tip()).isEqualTo(bench.chain.tip());
      assertThat(view.spendable()).isEqualTo(Sats.of(7777));
    }
  }

  /** Its coins are unknown, not gone, until our headers reach down to them. */
  @Test
  void aWalletWhoseDatabaseWasLostFindsItsOldCoins() {
    bench.gift(50_000);
    bench.chain.mine(400);
    try (var recovered = bench.copy(org.bulbil.bitcoin.spv.Birthday.RECENT)) {
      assertThat(recovered.refresh().answer().orElseThrow().isComplete()).isFalse();
      for (int i = 0; i < 4; i++) {
        bench.chain.mine(1);
        recovered.refresh();
      }
      var view = recovered.refresh().answer().orElseThrow();
      assertThat(view.isComplete()).isTrue();
      assertThat(view.spendable()).isEqualTo(Sats.of(50_000));
      assertThat(view.remarks()).isEmpty();
    }
  }

  /** What one payment cannot take is said, and merging five hundred at a time makes it payable. */
  @Test
  void threeThousandDustGiftsAreNotUnpayableInSilence() {
    var id = bench.chain.fund(bench.wallet.receiveAddress(), Sats.of(1_000));
    var gift = bench.takeFromMempool(id);
    var script = bench.wallet.receiveAddress().lockingScript().bytes();
    var dust = java.util.Collections.nCopies(3_000, new TxOut(new Satoshi(1_000), script));
    bench.chain.mineDirectly(gift.updateOutputs(dust));
    var view = bench.view();
    assertThat(view.spendable()).isEqualTo(Sats.of(3_000_000));
    assertThat(view.remarks()).anyMatch(it -> it.startsWith("3000 coins are here"));
    assertThat(bench.pay("invoice:1", 1_000_000)).isInstanceOf(PayAnswer.CannotAfford.class);
    for (int i = 0; i < 3; i++) {
      bench
          .wallet
          .outbox()
          .sweep(
              new SweepOrder(
                  "merge:" + i,
                  Purpose.CONSOLIDATION,
                  bench.wallet.receiveAddress(),
                  FeeRate.RELAY_FLOOR));
      bench.chain.mine(1);
      bench.view();
    }
    assertThat(bench.pay("invoice:2", 1_000_000)).isInstanceOf(PayAnswer.Recorded.class);
    assertThat(bench.view().account().difference()).isZero();
  }

  @Test
  void aCoinThatAStrangerSpendsIsSaidLoudly() {
    bench.gift(50_000);
    var thief = bench.wallet;
    var paid = bench.paid("invoice:1", 20_000);
    assertThat(thief.outbox().isAttempt(paid.transaction())).isTrue();
    bench.chain.mine(1);
    bench.wallet.close();
    assertThat(folder.resolve("wallet.db").toFile().delete()).isTrue();
    folder.resolve("wallet.db-wal").toFile().delete();
    folder.resolve("wallet.db-shm").toFile().delete();
    bench.reopen();
    var view = bench.view();
    assertThat(view.account().foreign()).isEqualTo(paid.amount().plus(paid.fee()));
    assertThat(view.account().difference()).isZero();
    assertThat(view.remarks()).anyMatch(remark -> remark.contains("did not make"));
  }
}
