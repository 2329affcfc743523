package org.bulbil.sandbox.chain.ledger;

import fr.acinq.bitcoin.Block;
import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.ScriptWitness;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxId;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.rules.BlockRules;
import org.bulbil.sandbox.chain.rules.Commitments;
import org.bulbil.sandbox.chain.rules.Regtest;

/** Makes the next block. */
public final class Assembler {

  private static final long BLOCK_VERSION = 0x20000000L;
  private static final long NO_INDEX = 0xffffffffL;

  /** At regtest's difficulty every second hash will do; 1,000 misses in a row do not happen. */
  private static final int MAX_NONCE = 1_000;

  private final Ledger ledger;

  public Assembler(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * A valid block on top of the tip.
   *
   * @param payTo the script that gets subsidy and fees
   * @param time wanted; moved on where the rules ask for later
   * @param mark tells blocks apart that are otherwise equal, such as two branches' first
   */
  public Block assemble(ByteVector payTo, List<MempoolEntry> payments, Instant time, long mark) {
    var transactions = payments.stream().map(it -> it.spending().transaction()).toList();
    var fees = Sats.sum(payments.stream().map(MempoolEntry::fee).toList());
    var coinbase = coinbase(payTo, fees, transactions, mark);
    var all = Stream.concat(Stream.of(coinbase), transactions.stream()).toList();
    return new Block(solve(header(all, time)), all);
  }

  private Transaction coinbase(ByteVector payTo, Sats fees, List<Transaction> payments, long mark) {
    int height = ledger.nextHeight();
    var reward = Regtest.subsidy(height).plus(fees);
    var input =
        new TxIn(
            new OutPoint(new TxId(Commitments.RESERVED), NO_INDEX),
            coinbaseScript(height, mark),
            TxIn.SEQUENCE_FINAL,
            new ScriptWitness(List.of(Commitments.RESERVED)));
    var outputs =
        List.of(
            new TxOut(new Satoshi(reward.value()), payTo),
            new TxOut(new Satoshi(0), Commitments.witnessScript(payments)));
    return new Transaction(2, List.of(input), outputs, 0);
  }

  private static ByteVector coinbaseScript(int height, long mark) {
    var label = ("/bulbil " + mark + "/").getBytes(StandardCharsets.US_ASCII);
    return BlockRules.heightPrefix(height).concat((byte) label.length).concat(label);
  }

  private BlockHeader header(List<Transaction> transactions, Instant time) {
    var tip = ledger.tip();
    long earliest = tip.medianTimePast() + 1;
    return new BlockHeader(
        BLOCK_VERSION,
        tip.hash(),
        Commitments.merkleRoot(transactions),
        Math.max(earliest, time.getEpochSecond()),
        Regtest.BITS,
        0);
  }

  private static BlockHeader solve(BlockHeader header) {
    return Stream.iterate(0L, nonce -> nonce + 1)
        .limit(MAX_NONCE)
        .map(header::setNonce)
        .filter(it -> it.checkProofOfWork())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no nonce solves " + header));
  }
}
