package org.bulbil.sandbox.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bulbil.sandbox.chain.Workbench.COINBASE;
import static org.bulbil.sandbox.chain.Workbench.coin;
import static org.bulbil.sandbox.chain.Workbench.output;
import static org.bulbil.sandbox.chain.Workbench.unsigned;

import fr.acinq.bitcoin.Block;
import fr.acinq.bitcoin.BlockHash;
import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.ByteVector32;
import fr.acinq.bitcoin.ScriptWitness;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxOut;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bulbil.sandbox.chain.rules.Breach;
import org.bulbil.sandbox.chain.rules.Commitments;
import org.junit.jupiter.api.Test;

/** Each consensus rule refuses the block that breaks it, and leaves the chain as it was. */
class BlockRulesTest {

  /** A quarter of a block. */
  private static final TxOut QUARTER = output(0, ByteVector.fromHex("6a" + "00".repeat(250_000)));

  private final Workbench bench = new Workbench();
  private final BlockDraft draft = new BlockDraft(bench);

  @Test
  void aGoodBlockIsTakenWithTransactionsNobodyHadSeen() {
    var parent = bench.spend(bench.coin(0), 500);
    draft.payments.addAll(List.of(parent, bench.spend(coin(parent, 0), 700)));
    draft.reward += 1200;
    assertThat(bench.chain.submit(draft.build())).isEmpty();
    assertThat(bench.chain.tip().payments()).hasSize(2);
  }

  @Test
  void aMinedPaymentMakesItsRivalImpossible() {
    var contested = bench.coin(0);
    var loser = bench.spend(contested, 500);
    var child = bench.spend(coin(loser, 0), 500);
    List.of(loser, child).forEach(bench::accept);
    draft.payments.add(bench.spend(contested, 600));
    assertThat(bench.chain.submit(draft.build())).isEmpty();
    assertThat(bench.mempool()).isEmpty();
  }

  @Test
  void aBlockOfAnotherParentIsRefused() {
    draft.parent = new BlockHash(ByteVector32.One);
    assertRefused(draft.build(), "bad-prevblk");
  }

  @Test
  void aBlockWithoutWorkIsRefused() {
    assertRefused(BlockDraft.unsolved(draft.build()), "high-hash");
  }

  @Test
  void aBlockOfAnotherDifficultyIsRefused() {
    draft.bits = 0x207ffffeL;
    assertRefused(draft.build(), "bad-diffbits");
  }

  @Test
  void anOldVersionIsRefused() {
    draft.version = 3;
    assertRefused(draft.build(), "bad-version");
  }

  @Test
  void aClockBehindTheMedianIsRefused() {
    draft.time = bench.chain.tip().medianTimePast();
    assertRefused(draft.build(), "time-too-old");
  }

  @Test
  void aClockTwoHoursAheadIsRefused() {
    draft.time = bench.time.now().getEpochSecond() + 7201;
    assertRefused(draft.build(), "time-too-new");
  }

  @Test
  void aBlockBeginsWithACoinbaseAndHasNoOther() {
    var payment = bench.spend(bench.coin(0), 500);
    assertRefused(draft.build(List.of(payment)), "bad-cb-missing");
    assertRefused(draft.build(List.of(draft.coinbase(), draft.coinbase())), "bad-cb-multiple");
    assertRefused(draft.build(List.of(), ByteVector32.Zeroes), "bad-blk-length");
  }

  @Test
  void aCoinbaseThatTakesOneSatoshiTooManyIsRefused() {
    draft.payments.add(bench.spend(bench.coin(0), 500));
    draft.reward = COINBASE + 501;
    assertRefused(draft.build(), "bad-cb-amount");
    draft.reward = COINBASE + 500;
    assertThat(bench.chain.submit(draft.build())).isEmpty();
  }

  @Test
  void aCoinbaseOfAnotherHeightIsRefused() {
    draft.height++;
    assertRefused(draft.build(), "bad-cb-height");
  }

  @Test
  void aCoinbaseScriptOverAHundredBytesIsRefused() {
    draft.coinbaseTail = new byte[99];
    assertRefused(draft.build(), "bad-cb-length");
  }

  @Test
  void aWrongMerkleRootIsRefused() {
    var good = draft.build();
    assertRefused(draft.build(good.tx, ByteVector32.One), "bad-txnmrklroot");
  }

  @Test
  void aTransactionTwiceUnderTheSameRootIsRefused() {
    draft.payments.addAll(
        List.of(bench.spend(bench.coin(0), 500), bench.spend(bench.coin(1), 500)));
    var good = draft.build();
    var doubled = Stream.concat(good.tx.stream(), good.tx.stream().skip(2)).toList();
    assertThat(Commitments.merkleRoot(doubled)).isEqualTo(good.header.hashMerkleRoot);
    assertRefused(draft.build(doubled), "bad-txns-duplicate");
  }

  @Test
  void aWitnessThatIsNotCommittedToIsRefused() {
    var payment = bench.spend(bench.coin(0), 500);
    draft.commits = false;
    var bare = draft.coinbase();
    assertRefused(draft.build(List.of(bare, payment)), "unexpected-witness");
  }

  @Test
  void anotherWitnessThanTheCommittedOneIsRefused() {
    draft.payments.add(bench.spend(bench.coin(0), 500));
    var committed = draft.coinbase();
    var stack = new ArrayList<>(draft.payments.getFirst().txIn.getFirst().witness.stack);
    stack.set(0, stack.getFirst().concat((byte) 0));
    var changed = draft.payments.getFirst().updateWitness(0, new ScriptWitness(stack));
    assertRefused(draft.build(List.of(committed, changed)), "bad-witness-merkle-match");
  }

  @Test
  void aCommitmentWithoutItsReservedValueIsRefused() {
    draft.payments.add(bench.spend(bench.coin(0), 500));
    var coinbase = draft.coinbase();
    var stripped = coinbase.updateWitness(0, new ScriptWitness());
    assertRefused(
        draft.build(List.of(stripped, draft.payments.getFirst())), "bad-witness-nonce-size");
  }

  @Test
  void aBlockOverFourMillionWeightUnitsIsRefused() {
    draft.extraOutputs.addAll(Collections.nCopies(3, QUARTER));
    draft.payments.add(bench.spend(bench.coin(0), QUARTER, QUARTER));
    assertRefused(draft.build(), "bad-blk-weight");
  }

  @Test
  void aTransactionLargerThanABlockIsRefused() {
    draft.extraOutputs.addAll(Collections.nCopies(4, QUARTER));
    assertRefused(draft.build(), "bad-txns-oversize");
  }

  @Test
  void oneCoinIsNotSpentTwiceInABlock() {
    var coin = bench.coin(0);
    draft.payments.addAll(List.of(bench.spend(coin, 500), bench.spend(coin, 600)));
    assertRefused(draft.build(), "bad-txns-inputs-missingorspent");
  }

  @Test
  void aChildBeforeItsParentIsRefused() {
    var parent = bench.spend(bench.coin(0), 500);
    draft.payments.addAll(List.of(bench.spend(coin(parent, 0), 500), parent));
    assertRefused(draft.build(), "bad-txns-inputs-missingorspent");
  }

  @Test
  void aBadSignatureIsRefusedAlsoWhereTheMempoolKnowsTheTransaction() {
    var good = bench.spend(bench.coin(0), 500);
    bench.accept(good);
    var stack = new ArrayList<>(good.txIn.getFirst().witness.stack);
    stack.set(0, stack.getFirst().update(20, (byte) (stack.getFirst().get(20) ^ 1)));
    var bad = good.updateWitness(0, new ScriptWitness(stack));
    assertThat(bad.txid).isEqualTo(good.txid);
    draft.payments.add(bad);
    assertRefused(draft.build(), "mandatory-script-verify-flag-failed");
  }

  @Test
  void whatBreaksTheRulesOfSpendingStaysOutOfBlocksToo() {
    var coin = bench.coin(0);
    refusedInABlock(bench.spend(bench.coin(10), 500), "bad-txns-premature-spend-of-coinbase");
    refusedInABlock(bench.spend(coin, -1), "bad-txns-in-belowout");
    var home = output(COINBASE - 500, bench.home);
    refusedInABlock(bench.sign(unsigned(coin, 0, draft.height, home), coin), "bad-txns-nonfinal");
    refusedInABlock(bench.sign(unsigned(coin, 500, 0, home), coin), "non-BIP68-final");
    refusedInABlock(bench.spend(coin, output(-1, bench.home)), "bad-txns-vout-negative");
  }

  @Test
  void consensusAllowsWhatIsOnlyNotStandard() {
    var dust = bench.spend(bench.coin(0), output(1, bench.home), output(0, ByteVector.empty));
    draft.payments.add(dust);
    assertThat(bench.chain.submit(draft.build())).isEmpty();
  }

  private void refusedInABlock(Transaction payment, String rule) {
    var block = new BlockDraft(bench);
    block.payments.add(payment);
    assertRefused(block.build(), rule);
  }

  private void assertRefused(Block block, String rule) {
    var before = bench.chain.tip();
    assertThat(bench.chain.submit(block).map(Breach::rule)).contains(rule);
    assertThat(bench.chain.tip()).isSameAs(before);
  }
}
