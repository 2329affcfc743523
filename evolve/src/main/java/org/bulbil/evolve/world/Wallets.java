package org.bulbil.evolve.world;

import org.bulbil.core.money.FeeRate;
import org.bulbil.core.policy.Purse;

/**
 * The money of all relays, by slot. Different slots may be used by different threads; amounts are
 * satoshis.
 */
interface Wallets {

  /** Makes room for slots below this number. */
  void reach(int slots);

  /** One more coin. */
  void receive(int slot, long sats);

  /** All coins together, worth spending or not. */
  long sum(int slot);

  /** As the policy sees it on such a day. */
  Purse purse(int slot, Conditions today);

  /**
   * Pays with as few of the largest coins as can.
   *
   * @return the fee; {@link IllegalStateException} where amount and fee are more than there is
   */
  long pay(int slot, long amount, FeeRate rate);

  /** Makes one coin of those that one payment takes. Returns the fee. */
  long consolidate(int slot, FeeRate rate);

  /** Spends all coins that bring their payee more than the miners, and leaves the others. */
  Swept sweep(int slot, FeeRate rate);

  /** Takes away everything, and returns how much that was. */
  long clear(int slot);

  /** Moves the coins of one slot to another, which had none. */
  void move(int from, int to);

  /**
   * What became of a purse.
   *
   * @param given to the payee
   * @param fee to the miners
   */
  record Swept(long given, long fee) {}
}
