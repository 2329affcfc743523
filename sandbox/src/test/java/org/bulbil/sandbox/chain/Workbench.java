package org.bulbil.sandbox.chain;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.ByteVector32;
import fr.acinq.bitcoin.ByteVector64;
import fr.acinq.bitcoin.Crypto;
import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.PrivateKey;
import fr.acinq.bitcoin.PublicKey;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.SigHash;
import fr.acinq.bitcoin.SigVersion;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxId;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bulbil.core.testing.SimulatedTime;
import org.bulbil.sandbox.chain.ledger.MempoolEntry;
import org.bulbil.sandbox.chain.ledger.ScriptHash;
import org.bulbil.sandbox.chain.ledger.Unspent;
import org.bulbil.sandbox.chain.rules.Coin;

/** A chain with some money on it and the means to make transactions by hand, good and bad. */
final class Workbench {

  /** Ten coinbases of 50 BTC are mature for the block after it. */
  static final int PREMINED = 109;

  static final long COINBASE = 5_000_000_000L;
  static final long REPLACEABLE = 0xfffffffdL;

  final SimulatedTime time = new SimulatedTime();
  final RegtestChain chain = new RegtestChain(time);
  final PrivateKey key = key(1);
  final ByteVector home = segwit(key);
  final ByteVector taproot = taproot(key);

  Workbench() {
    chain.premine(PREMINED, home, Duration.ofMinutes(10));
  }

  static PrivateKey key(int number) {
    return new PrivateKey(ByteVector32.One.update(0, (byte) number));
  }

  static ByteVector segwit(PrivateKey key) {
    return segwit(key.publicKey());
  }

  static ByteVector segwit(PublicKey key) {
    return new ByteVector(Script.write(Script.pay2wpkh(key)));
  }

  static ByteVector taproot(PrivateKey key) {
    return new ByteVector(
        Script.write(
            Script.pay2tr(key.xOnlyPublicKey(), Crypto.TaprootTweak.KeyPathTweak.INSTANCE)));
  }

  static TxOut output(long sat, ByteVector script) {
    return new TxOut(new Satoshi(sat), script);
  }

  /** The coins of {@link #home}, the oldest first. */
  List<Coin> coins() {
    return coins(home);
  }

  List<Coin> coins(ByteVector script) {
    return chain.read(view -> view.unspent(ScriptHash.of(script))).stream()
        .map(Unspent::coin)
        .toList();
  }

  Coin coin(int index) {
    return coins().get(index);
  }

  /** The output of {@code transaction} at {@code index} as a coin. */
  static Coin coin(Transaction transaction, int index) {
    return new Coin(
        new OutPoint(transaction, index), transaction.txOut.get(index), 0, Coin.Source.PAYMENT);
  }

  /** Spends {@code coin}, leaving {@code fee} to the miner. */
  Transaction spend(Coin coin, long fee) {
    return sign(unsigned(coin, REPLACEABLE, 0, output(coin.amount().value() - fee, home)), coin);
  }

  Transaction spend(Coin coin, TxOut... outputs) {
    return sign(unsigned(coin, REPLACEABLE, 0, outputs), coin);
  }

  static Transaction unsigned(Coin coin, long sequence, long lockTime, TxOut... outputs) {
    return new Transaction(
        2, List.of(new TxIn(coin.outPoint(), sequence)), Arrays.asList(outputs), lockTime);
  }

  Transaction sign(Transaction unsigned, Coin... coins) {
    var signed = unsigned;
    for (int i = 0; i < coins.length; i++) {
      var output = coins[i].output();
      signed =
          output.publicKeyScript.equals(taproot)
              ? signTaproot(signed, i, coins)
              : signSegwit(signed, i, output);
    }
    return signed;
  }

  private Transaction signSegwit(Transaction unsigned, int index, TxOut spent) {
    var signature =
        unsigned.signInput(
            index,
            Script.pay2pkh(key.publicKey()),
            SigHash.SIGHASH_ALL,
            spent.amount,
            SigVersion.SIGVERSION_WITNESS_V0,
            key);
    return unsigned.updateWitness(
        index, Script.witnessPay2wpkh(key.publicKey(), new ByteVector(signature)));
  }

  private Transaction signTaproot(Transaction unsigned, int index, Coin... coins) {
    var spent = Arrays.stream(coins).map(Coin::output).toList();
    var hash = unsigned.hashForSigningTaprootKeyPath(index, spent, SigHash.SIGHASH_DEFAULT, null);
    ByteVector64 signature =
        Crypto.signSchnorr(hash, key, Crypto.TaprootTweak.KeyPathTweak.INSTANCE, null);
    return unsigned.updateWitness(
        index, Script.witnessKeyPathPay2tr(signature, SigHash.SIGHASH_DEFAULT));
  }

  List<TxId> mempool() {
    return chain.read(view -> view.mempool().stream().map(MempoolEntry::id).toList());
  }

  void mine(int blocks) {
    chain.mine(blocks, home);
  }

  /** Why the mempool refuses {@code transaction}; fails where it does not. */
  String refusal(Transaction transaction) {
    return switch (chain.submit(transaction)) {
      case Submission.Rejected(String reason) -> reason;
      case Submission.Accepted(var id) -> throw new AssertionError("accepted " + id);
      case Submission.AlreadyKnown(var id) -> throw new AssertionError("known " + id);
    };
  }

  void accept(Transaction transaction) {
    if (chain.submit(transaction) instanceof Submission.Rejected(String reason)) {
      throw new AssertionError(reason);
    }
  }
}
