package org.bulbil.sandbox.chain;

import fr.acinq.bitcoin.BlockId;
import fr.acinq.bitcoin.TxId;

/** Something that has changed on the chain or in the mempool. */
public sealed interface ChainEvent {

  /** A block has become the tip; its transactions have left the mempool. */
  record BlockConnected(int height, BlockId id) implements ChainEvent {}

  /** A reorganisation has taken off the tip. */
  record BlockDisconnected(int height, BlockId id) implements ChainEvent {}

  /** A transaction waits in the mempool. */
  record TransactionWaiting(TxId id) implements ChainEvent {}

  /** A transaction is gone from the mempool without being mined. */
  record TransactionDropped(TxId id, Cause cause) implements ChainEvent {}

  /** Why a transaction was dropped. */
  enum Cause {
    /** Another that spends the same coin has paid more. */
    REPLACED,
    /** Another that spends the same coin was mined. */
    CONFLICTED,
    /** Somebody asked for it. */
    EVICTED,
    /** The fee floor rose above it. */
    UNDERPAID,
    /** A reorganisation made it invalid. */
    INVALIDATED
  }
}
