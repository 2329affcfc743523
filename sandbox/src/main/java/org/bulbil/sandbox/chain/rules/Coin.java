package org.bulbil.sandbox.chain.rules;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.TxOut;
import org.bulbil.core.money.Sats;

/**
 * An output that somebody may spend.
 *
 * @param height of its block; of the next block while it is unconfirmed
 */
public record Coin(OutPoint outPoint, TxOut output, int height, Source source) {

  /** Where a coin comes from: new money waits {@link Regtest#MATURITY} blocks. */
  public enum Source {
    COINBASE,
    PAYMENT
  }

  public Sats amount() {
    return Sats.of(output.amount.toLong());
  }

  /** Whether a block at {@code height} may contain a spending of this coin. */
  public boolean isMatureAt(int height) {
    return source == Source.PAYMENT || height - this.height >= Regtest.MATURITY;
  }
}
