package org.bulbil.bitcoin.testing;

import fr.acinq.bitcoin.ByteVector32;
import fr.acinq.bitcoin.OP_1;
import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxHash;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import org.bulbil.bitcoin.Address;
import org.bulbil.core.money.Sats;

/** Coins that anybody may spend, in block 1 of every {@link TestingChain}, and gifts from them. */
final class Faucet {

  private static final byte[] ANYBODY = Script.write(List.of(OP_1.INSTANCE));
  private static final int COINS = 500;
  private static final Sats COIN = Sats.of(1_000_000_000);
  private static final long FEE = 1000;

  /** The same on every chain, so that it is hashed once. */
  static final Transaction SOURCE =
      coinbase(1, Collections.nCopies(COINS, new TxOut(new Satoshi(COIN.value()), ANYBODY)));

  private int used;

  /** Each {@code number} makes another one, so that each block is another. */
  static Transaction coinbase(int number) {
    return coinbase(number, List.of(new TxOut(new Satoshi(0), ANYBODY)));
  }

  private static Transaction coinbase(int number, List<TxOut> outputs) {
    var script = ByteBuffer.allocate(9).put((byte) 8).putLong(number).array();
    var nothing = new OutPoint(new TxHash(ByteVector32.Zeroes), 0xffffffffL);
    return new Transaction(2, List.of(new TxIn(nothing, script, 0xffffffffL)), outputs, 0);
  }

  /** The next gift; there are {@value #COINS}, of 10 bitcoin at most. */
  Transaction gift(Address address, Sats amount) {
    var coin = new OutPoint(SOURCE, used++);
    var rest = COIN.minus(amount).value() - FEE;
    return new Transaction(
        2,
        List.of(new TxIn(coin, 0xfffffffdL)),
        List.of(
            new TxOut(new Satoshi(amount.value()), address.lockingScript().bytes()),
            new TxOut(new Satoshi(rest), ANYBODY)),
        0);
  }
}
