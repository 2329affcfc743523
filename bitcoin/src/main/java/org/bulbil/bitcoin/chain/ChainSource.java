package org.bulbil.bitcoin.chain;

import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.Transaction;
import java.util.List;
import java.util.Optional;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.core.outcome.Outcome;

/**
 * A server that knows the chain. It may be slow, silent, wrong or lying: every answer is bounded
 * and well-formed (amounts, heights and counts in range, a transaction has the id that was asked
 * for), nothing more.
 *
 * <p>Nonsense and silence are {@link Outcome.Unknown}; "not found" is {@link Outcome.Refused} with
 * code 404.
 */
public interface ChainSource {

  /** A name for people, such as a host name; no path, no secret. */
  String name();

  Outcome<Tip> tip();

  /**
   * The headers from height {@code from} upward, at most {@code count} of them; fewer, or none,
   * where the chain ends.
   */
  Outcome<List<BlockHeader>> headers(int from, int count);

  /** A page of what a script received and spent; {@code after} is the former page's next. */
  Outcome<HistoryPage> history(LockingScript script, Optional<TxId> after);

  /** The part of a script's history that is not in a block. */
  Outcome<List<TxId>> mempool(LockingScript script);

  Outcome<Transaction> transaction(TxId id);

  /** Refused where the server knows no block with this transaction. */
  Outcome<MerkleProof> merkleProof(TxId id);

  Outcome<FeeEstimates> feeEstimates();

  /**
   * Hands a signed transaction to the network. Done also where the server has it already; refused
   * carries the node's reason, such as {@code min relay fee not met}.
   */
  Outcome<TxId> broadcast(Transaction transaction);

  /** Where a transaction stands; refused with 404 where the server does not know it. */
  Outcome<Sighting> status(TxId id);

  /** Who spends an output, in a block or in the mempool; empty where nobody does. */
  Outcome<Optional<Sighting>> spender(OutPoint point);
}
