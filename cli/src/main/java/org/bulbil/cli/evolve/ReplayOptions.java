package org.bulbil.cli.evolve;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.bulbil.cli.console.Trouble;
import org.bulbil.core.money.Cents;
import org.bulbil.evolve.contest.Contender;
import org.bulbil.evolve.contest.Trial;
import org.bulbil.evolve.market.Market;
import org.bulbil.evolve.replay.Conditions;
import org.bulbil.evolve.replay.Conditions.Delay;
import org.bulbil.evolve.replay.Conditions.Invoices;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Market, conditions and size of a replay, as typed. */
final class ReplayOptions {

  /** Far more than there are processors. */
  private static final int THREADS_MAX = 1024;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--fees",
      paramLabel = "FILE",
      required = true,
      description = "CSV with the columns date and feerate_sat_vb, a line for each day.")
  private Path fees;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      required = true,
      description = "CSV with the columns date and close_usd, a line for each day.")
  private Path prices;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First day, such as 2019-01-02 (default: the first of the data).")
  private Optional<String> from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Last day (default: the last of the data).")
  private Optional<String> to;

  @Option(
      names = "--rent-cents-per-day",
      paramLabel = "N",
      defaultValue = "38",
      description = "Rent in US cents (default ${DEFAULT-VALUE}).")
  private long rentCents;

  @Option(
      names = "--replicates",
      paramLabel = "N",
      defaultValue = "1",
      description = "Lives, each with the luck of its own seed (default ${DEFAULT-VALUE}).")
  private int replicates;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the first life; the next ones follow (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads (default: one for each processor). The result does not depend on it.")
  private Optional<Integer> threads;

  @Option(
      names = "--invoice-minimum",
      paramLabel = "on|off",
      converter = Toggle.Reader.class,
      description =
          "Whether credit is bought in whole dollars from $5 on (default: on; off for original and"
              + " token30, as in their published figures).")
  private Optional<Toggle> invoiceMinimum;

  @Option(
      names = "--confirmation-delay",
      paramLabel = "on|off",
      converter = Toggle.Reader.class,
      description =
          "Whether gifts, change and payments arrive a day later (default: on; off for original"
              + " and token30, as in their published figures).")
  private Optional<Toggle> confirmationDelay;

  /** The days that were asked for; {@link IllegalArgumentException} where a file is wrong. */
  Market market() {
    var whole = Market.read(fees, prices);
    var first = from.map(text -> day("--from", text)).orElse(whole.first());
    var last = to.map(text -> day("--to", text)).orElse(whole.last());
    return checked("--from, --to", () -> whole.between(first, last));
  }

  private LocalDate day(String option, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new ParameterException(
          spec.commandLine(), option + ": a day is such as 2019-01-02, not '" + text + "'", e);
    }
  }

  /** The conditions for {@code contender}: its customary ones, where nothing else was typed. */
  Conditions conditions(Contender contender) {
    return typed(contender.customary(usual()));
  }

  /** The conditions under which everybody is compared, where nothing else was typed. */
  Conditions conditions() {
    return typed(usual());
  }

  private Conditions usual() {
    return checked("--rent-cents-per-day", () -> Conditions.USUAL.withRent(Cents.of(rentCents)));
  }

  private Conditions typed(Conditions customary) {
    var invoices = invoiceMinimum.map(ReplayOptions::invoices).orElse(customary.invoices());
    var delay = confirmationDelay.map(ReplayOptions::delay).orElse(customary.delay());
    return customary.with(invoices).with(delay);
  }

  private static Invoices invoices(Toggle minimum) {
    return switch (minimum) {
      case ON -> Invoices.AT_LEAST_FIVE_DOLLARS;
      case OFF -> Invoices.ANY_AMOUNT;
    };
  }

  private static Delay delay(Toggle confirmation) {
    return switch (confirmation) {
      case ON -> Delay.ONE_DAY;
      case OFF -> Delay.NONE;
    };
  }

  int replicates() {
    check("--replicates", replicates, Trial.REPLICATES_MAX);
    return replicates;
  }

  long seed() {
    return seed;
  }

  /** As many threads as were asked for. */
  ForkJoinPool pool() {
    threads.ifPresent(number -> check("--threads", number, THREADS_MAX));
    return threads.map(ForkJoinPool::new).orElseGet(ForkJoinPool::new);
  }

  private void check(String option, int number, int most) {
    if (number < 1 || number > most) {
      throw new ParameterException(
          spec.commandLine(), "%s must be 1 to %d, not %d".formatted(option, most, number));
    }
  }

  /** What {@code reading} yields; what it complains about is the option's fault. */
  <T> T checked(String option, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), option + ": " + Trouble.inWords(e), e);
    }
  }
}
