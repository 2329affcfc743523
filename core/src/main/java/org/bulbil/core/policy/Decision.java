package org.bulbil.core.policy;

import org.bulbil.core.money.Cents;

/** What a relay does next: one for each heartbeat, with its reason in words. */
public sealed interface Decision {

  /** Why, for the status page and the journal. */
  String why();

  /** Whether carrying it out takes money from the purse. */
  default boolean spends() {
    return switch (this) {
      case Rest _, TopUp _, AskPrice _, Propagate _ -> false;
      case BuyCredit _, LastWill _, Consolidate _ -> true;
    };
  }

  /** Nothing is to be done. */
  record Rest(String why) implements Decision {}

  /** Extend the lease by {@code days} from credit; no chain fee. */
  record TopUp(int days, String why) implements Decision {}

  /** Ask the provider for a price, by an invoice that need not be paid. */
  record AskPrice(String why) implements Decision {}

  /**
   * Buy {@code amount} of credit, a whole number of dollars, with as few of the largest coins as
   * can.
   *
   * @param feePercent the share of the payment that its fee may be at most, bids that are raised
   *     included
   */
  record BuyCredit(Cents amount, int feePercent, String why) implements Decision {}

  /** Plant a child with {@code endowment} of credit, a whole number of dollars. */
  record Propagate(Cents endowment, String why) implements Decision {}

  /** Make one coin of many while fees are low. */
  record Consolidate(String why) implements Decision {}

  /** Give everything that is left to the beneficiary. */
  record LastWill(String why) implements Decision {}
}
