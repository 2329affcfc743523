package org.bulbil.core.policy;

import org.bulbil.core.money.Cents;

/** What a relay does next: one for each heartbeat, with its reason in words. */
public sealed interface Decision {

  /** Why, as it will be written. */
  Words words();

  /** Why, for the status page and the journal. */
  default String why() {
    return words().toString();
  }

  /** Whether carrying it out takes money from the purse. */
  default boolean spends() {
    return switch (this) {
      case Rest _, TopUp _, AskPrice _, Propagate _ -> false;
      case BuyCredit _, LastWill _, Consolidate _ -> true;
    };
  }

  /** Nothing is to be done. */
  record Rest(Words words) implements Decision {
    public Rest(String why) {
      this(Words.plain(why));
    }
  }

  /** Extend the lease by {@code days} from credit; no chain fee. */
  record TopUp(int days, Words words) implements Decision {
    public TopUp(int days, String why) {
      this(days, Words.plain(why));
    }
  }

  /** Ask the provider for a price, by an invoice that need not be paid. */
  record AskPrice(Words words) implements Decision {
    public AskPrice(String why) {
      this(Words.plain(why));
    }
  }

  /**
   * Buy {@code amount} of credit, a whole number of dollars, with as few of the largest coins as
   * can.
   *
   * @param feePercent the share of the payment that its fee may be at most, bids that are raised
   *     included
   */
  record BuyCredit(Cents amount, int feePercent, Words words) implements Decision {
    public BuyCredit(Cents amount, int feePercent, String why) {
      this(amount, feePercent, Words.plain(why));
    }
  }

  /** Plant a child with {@code endowment} of credit, a whole number of dollars. */
  record Propagate(Cents endowment, Words words) implements Decision {
    public Propagate(Cents endowment, String why) {
      this(endowment, Words.plain(why));
    }
  }

  /** Make one coin of many while fees are low. */
  record Consolidate(Words words) implements Decision {
    public Consolidate(String why) {
      this(Words.plain(why));
    }
  }

  /** Give everything that is left to the beneficiary. */
  record LastWill(Words words) implements Decision {
    public LastWill(String why) {
      this(Words.plain(why));
    }
  }
}
