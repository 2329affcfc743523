package org.bulbil.cli.payment;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Supplier;
import org.bulbil.bitcoin.chain.FeeLevels;
import org.bulbil.bitcoin.payment.Bidding;
import org.bulbil.bitcoin.psbt.TypedRate;
import org.bulbil.cli.console.Trouble;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.outcome.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is bid for room in a block. */
public final class FeeOptions {

  private static final Duration BLOCK = Duration.ofMinutes(10);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--fee-rate",
      paramLabel = "RATE",
      description = "Satoshis per virtual byte, such as 2.5 (default: as chain servers estimate).")
  private @Nullable BigDecimal rate;

  @Option(
      names = "--within",
      paramLabel = "SPAN",
      defaultValue = "2h",
      description = "When it should be in a block; a longer span costs less (default 2h).")
  private Duration within;

  /** The rate that was named, else what servers estimate, at most 500 sat/vB. */
  public FeeRate rate(Supplier<Outcome<FeeLevels>> levels) {
    if (rate != null) {
      return named(rate);
    }
    var bidding = new Bidding(BLOCK, FeeRate.RELAY_FLOOR, TypedRate.MOST);
    return levels
        .get()
        .map(believed -> bidding.rate(believed, within))
        .answer()
        .orElseThrow(
            () -> new Trouble("no server says what a payment must pay; name it with --fee-rate"));
  }

  private FeeRate named(BigDecimal typed) {
    try {
      return TypedRate.of(typed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--fee-rate: " + Trouble.inWords(e), e);
    }
  }
}
