package org.bulbil.cli.wallet;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.cli.console.StandardInput;
import org.bulbil.cli.console.SweepOptions;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.payment.ChainOptions;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.money.FeeRate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bulbil wallet recover}. */
@Command(
    name = "recover",
    description =
        "Sends everything that a wallet holds to one address. The words are read from standard"
            + " input, or asked for at a terminal that does not show them. It says what it would"
            + " do and asks before it does it.",
    mixinStandardHelpOptions = true)
public final class RecoverCommand implements Callable<Integer> {

  /** 24 words of 8 letters, and what people put between them. */
  private static final int WORDS_MAX = 1_000;

  private static final Duration BLOCK = Duration.ofMinutes(10);
  private static final FeeRate FEE_CAP = FeeRate.ofSatPerVb(200);

  @Spec private CommandSpec spec;

  @Mixin private SweepOptions options;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      defaultValue = "mainnet",
      description = "mainnet, testnet, signet or regtest (default ${DEFAULT-VALUE}).")
  private String network;

  @Mixin private ChainOptions chain;

  @Override
  public Integer call() throws InterruptedException {
    var chosen = checked("--network", () -> Network.parse(network));
    var address = options.payable(chosen);
    try (var http = chain.http()) {
      var servers = chain.sources(chosen, http);
      var words =
          checked(
              "standard input",
              () -> Words.parse(StandardInput.secret("Words (not shown): ", WORDS_MAX)));
      var time = new SystemTime();
      try (var recovery =
          new Recovery(new TypedSeed(words), chosen, servers, time, BLOCK, FEE_CAP)) {
        return recover(recovery, address);
      }
    }
  }

  private <T> T checked(String what, Callable<T> reading) {
    try {
      return reading.call();
    } catch (Trouble trouble) {
      throw trouble;
    } catch (Exception e) {
      throw new ParameterException(spec.commandLine(), what + ": " + Trouble.inWords(e), e);
    }
  }

  private int recover(Recovery recovery, Address address) throws InterruptedException {
    var view = recovery.read(this::progress);
    var rate = recovery.rate(options.within());
    var plan = recovery.plan(view, address, rate);
    if (options.isDry() || options.isAsking()) {
      show(plan);
    }
    if (options.isDry()) {
      return 0;
    }
    if (!options.isAgreed()) {
      return 1;
    }
    var payment = recovery.sweep(address, rate);
    var done =
        plan.done(payment.transaction().hex(), payment.state().name().toLowerCase(Locale.ROOT));
    show(done);
    progress("sent as " + done.txid());
    return 0;
  }

  private void show(Plan plan) {
    var out = spec.commandLine().getOut();
    if (options.isJson()) {
      out.println(plan.json());
    } else {
      plan.lines().forEach(out::println);
    }
    out.flush();
  }

  private void progress(String words) {
    spec.commandLine().getErr().println(words);
    spec.commandLine().getErr().flush();
  }
}
