package org.bulbil.core.policy;

import org.bulbil.core.charity.Beneficiary;
import org.bulbil.core.money.Sats;

/** What would become of the purse if the server ended now. */
public sealed interface Remainder {

  /** In a sentence, for the status page. */
  String words();

  /** It goes to {@code to}, who gets more of it than the miners. */
  record Given(Beneficiary to, Sats amount, Sats fee) implements Remainder {
    @Override
    public String words() {
      return "%s would get %s after a fee of %s.".formatted(to.name(), amount, fee);
    }
  }

  /** Sending it would cost more than it brings; it stays. */
  record NotWorthIt(Sats spendable, Sats fee) implements Remainder {
    @Override
    public String words() {
      return "%s are not worth the fee of %s that sending them costs: no will is made of so little."
          .formatted(spendable, fee);
    }
  }

  /** Nobody may be paid; it stays. */
  record Nobody() implements Remainder {
    @Override
    public String words() {
      return "No beneficiary is valid any more: no will is made, and what is here stays here.";
    }
  }

  /** There is nothing. */
  record Nothing() implements Remainder {
    @Override
    public String words() {
      return "There is nothing to give.";
    }
  }

  /** The chain does not answer. */
  record Unknown() implements Remainder {
    @Override
    public String words() {
      return "What is here is not known at the moment.";
    }
  }

  /** Less cannot be paid to every kind of address (the dust limit of P2PKH). */
  Sats DUST = Sats.of(546);

  static Remainder of(Situation s) {
    if (s.beneficiary().isEmpty()) {
      return new Nobody();
    }
    return s.purse()
        .<Remainder>map(purse -> of(purse, s.beneficiary().get()))
        .orElseGet(Unknown::new);
  }

  private static Remainder of(Purse purse, Beneficiary to) {
    if (purse.spendable().isZero()) {
      return new Nothing();
    }
    var sweep = purse.sweep();
    return sweep.amount().covers(Sats.max(DUST, sweep.fee()))
        ? new Given(to, sweep.amount(), sweep.fee())
        : new NotWorthIt(purse.spendable(), purse.sweepFee());
  }
}
