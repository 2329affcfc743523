package org.bulbil.sandbox.chain;

import fr.acinq.bitcoin.TxId;

/** How the chain has taken a transaction. */
public sealed interface Submission {

  /** It is in the mempool now. */
  record Accepted(TxId id) implements Submission {}

  /** It was in the mempool or in a block before. */
  record AlreadyKnown(TxId id) implements Submission {}

  /**
   * It broke a rule, and nothing has changed.
   *
   * @param reason the rule's name in Bitcoin Core, and why
   */
  record Rejected(String reason) implements Submission {}
}
