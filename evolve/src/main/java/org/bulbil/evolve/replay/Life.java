package org.bulbil.evolve.replay;

/**
 * What became of one relay.
 *
 * @param ledger where its satoshis went
 * @param payments transactions that it made
 * @param daysAlive days that it had a server, at most those of the market
 * @param end whether it still had one on the last day
 * @param missedAffordableRenewals 1 where it died although it could have paid: on the last day on
 *     which a payment would still have become credit in time it had paid for nothing, and its
 *     confirmed coins, those above the fee of their own input at that day's rate in one payment
 *     with one output, would have paid the smallest invoice, or one day's rent where that is more;
 *     or it died with credit for a day. 0 otherwise
 */
public record Life(
    Ledger ledger, int payments, int daysAlive, End end, int missedAffordableRenewals) {

  /** How a life stood when the market ended. */
  public enum End {
    ALIVE,
    DEAD
  }
}
