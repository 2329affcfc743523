package org.bulbil.bitcoin.wallet;

import java.util.function.Consumer;
import org.bulbil.bitcoin.outbox.Step;

/** The machine stops here; nothing after it runs. */
final class PowerCut extends RuntimeException {

  private PowerCut(Step step) {
    super("power cut at " + step);
  }

  /** Cuts the power when {@code at} is reached for the n-th time. */
  static Consumer<Step> at(Step at, int nth) {
    return new Consumer<>() {
      private int seen;

      @Override
      public void accept(Step step) {
        if (step == at && ++seen == nth) {
          throw new PowerCut(step);
        }
      }
    };
  }
}
