package org.bulbil.bitcoin.ledger;

import java.util.List;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;

/**
 * A transaction that we have signed, with the coins that it takes.
 *
 * @param group claims of one group share an input, so that at most one of them confirms: the
 *     attempts at one payment, in their order
 * @param returns what it pays back to us
 */
public record Claim(
    TxId transaction, String group, Kind kind, List<OutPoint> inputs, List<Coin> returns) {

  /** When a claim holds its coins. */
  public enum Kind {
    /** From its signing on: it is on its way to the network. */
    SENT,
    /** Once it is proven: it is kept for later, or by somebody else, and may never be sent. */
    DORMANT
  }

  public Claim {
    inputs = List.copyOf(inputs);
    returns = List.copyOf(returns);
  }
}
