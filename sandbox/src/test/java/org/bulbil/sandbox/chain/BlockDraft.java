package org.bulbil.sandbox.chain;

import fr.acinq.bitcoin.Block;
import fr.acinq.bitcoin.BlockHash;
import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.ByteVector32;
import fr.acinq.bitcoin.MerkleTree;
import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.ScriptWitness;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxId;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bulbil.sandbox.chain.rules.BlockRules;
import org.bulbil.sandbox.chain.rules.Commitments;

/** The next block of a chain, valid until a test spoils one of its fields. */
final class BlockDraft {

  final List<Transaction> payments = new ArrayList<>();
  final List<TxOut> extraOutputs = new ArrayList<>();
  int height;
  long reward;
  long time;
  long version = 0x20000000L;
  long bits = 0x207fffffL;
  BlockHash parent;
  boolean commits = true;
  byte[] coinbaseTail = {1, 7};
  ByteVector32 reserved = ByteVector32.Zeroes;
  private final ByteVector payTo;

  BlockDraft(Workbench bench) {
    var tip = bench.chain.tip();
    height = tip.height() + 1;
    reward = Workbench.COINBASE;
    time = bench.time.now().getEpochSecond() + 1;
    parent = tip.hash();
    payTo = bench.home;
  }

  Transaction coinbase() {
    var outputs = new ArrayList<TxOut>();
    outputs.add(Workbench.output(reward, payTo));
    if (commits) {
      outputs.add(Workbench.output(0, Commitments.witnessScript(payments)));
    }
    outputs.addAll(extraOutputs);
    return new Transaction(2, List.of(coinbaseInput()), outputs, 0);
  }

  private TxIn coinbaseInput() {
    return new TxIn(
        new OutPoint(new TxId(ByteVector32.Zeroes), 0xffffffffL),
        BlockRules.heightPrefix(height).concat(coinbaseTail),
        0xffffffffL,
        new ScriptWitness(List.of(reserved)));
  }

  Block build() {
    return build(Stream.concat(Stream.of(coinbase()), payments.stream()).toList());
  }

  Block build(List<Transaction> transactions) {
    var root = MerkleTree.computeRoot(transactions.stream().map(tx -> tx.hash.value).toList());
    return build(transactions, root);
  }

  Block build(List<Transaction> transactions, ByteVector32 root) {
    var header = new BlockHeader(version, parent, root, time, bits, 0);
    return new Block(solve(header), transactions);
  }

  private static BlockHeader solve(BlockHeader header) {
    return Stream.iterate(0L, nonce -> nonce + 1)
        .limit(1000)
        .map(header::setNonce)
        .filter(it -> it.checkProofOfWork())
        .findFirst()
        .orElseThrow();
  }

  /** A nonce that does not do. */
  static Block unsolved(Block block) {
    return Stream.iterate(0L, nonce -> nonce + 1)
        .limit(1000)
        .map(block.header::setNonce)
        .filter(it -> !it.checkProofOfWork())
        .findFirst()
        .map(header -> new Block(header, block.tx))
        .orElseThrow();
  }
}
