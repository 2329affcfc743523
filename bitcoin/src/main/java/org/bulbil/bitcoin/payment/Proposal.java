package org.bulbil.bitcoin.payment;

import fr.acinq.bitcoin.Transaction;
import java.util.List;
import org.bulbil.bitcoin.ledger.Coin;
import org.bulbil.core.money.Sats;

/** What choosing coins for a payment came to. */
public sealed interface Proposal {

  /**
   * A transaction that needs only signatures.
   *
   * @param inputs the coins it spends, in the order of its inputs
   * @param amount what payees get, in the first outputs; zero where everything comes back to us;
   *     where coins are broken, the pieces together, which are all outputs but the last
   * @param fee everything that no output takes
   * @param change what comes back to us in the last output; zero where there is none
   */
  record Draft(Transaction unsigned, List<Coin> inputs, Sats amount, Sats fee, Sats change)
      implements Proposal {
    public Draft {
      inputs = List.copyOf(inputs);
    }

    /** The same payment, for later. Its inputs are final enough for a lock time to hold. */
    public Draft lockedUntil(LockTime time) {
      return new Draft(
          new Transaction(unsigned.version, unsigned.txIn, unsigned.txOut, time.value()),
          inputs,
          amount,
          fee,
          change);
    }
  }

  /**
   * The coins do not reach.
   *
   * @param missing at least 1 sat; what one more coin would have to bring, after its own cost
   */
  record CannotAfford(Sats missing) implements Proposal {}

  /** The fee would be above what the caller allows. */
  record TooExpensive(Sats fee, Sats cap) implements Proposal {}
}
