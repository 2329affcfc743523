package org.bulbil.sandbox.provider.trouble;

/** When the provider's front dies. The last two are where a customer's money is at stake. */
public enum Moment {
  /** Now, whatever is under way. */
  AT_ONCE,
  /** When the next act has arrived (an invoice, a launch, a top-up …), before it takes effect. */
  BEFORE_AN_ACT,
  /** When the next act has taken effect, before its answer leaves. */
  AFTER_AN_ACT
}
