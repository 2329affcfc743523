package org.bulbil.cli.tip;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.State;
import org.bulbil.bitcoin.payment.Proposal.Draft;
import org.bulbil.cli.console.StandardInput;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.payment.ChainOptions;
import org.bulbil.cli.payment.FeeOptions;
import org.bulbil.cli.wiring.SystemTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil tip pay}. */
@Command(
    name = "pay",
    description =
        "Pays a split from a Bulbil wallet. It is signed and stored before it is sent, and a split"
            + " is paid at most once from one wallet: killed and run again, it sends the same"
            + " transaction. The file then names it, for bulbil tip verify.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil tip pay tip.json --wallet ~/purse --dry-run    what would be paid, and the fee",
      "  bulbil tip pay tip.json --wallet ~/purse --yes --within 1d",
      "Exit codes: 0 it is paid, now or before, 1 it failed, 2 it was typed wrongly."
    })
public final class PayCommand implements Callable<Integer> {

  private static final Jsonb JSON = Jsonb.builder().serializeNulls(true).build();

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The audit file that bulbil tip split wrote.")
  private Path file;

  @Option(
      names = "--wallet",
      paramLabel = "FOLDER",
      required = true,
      description = "The folder of a Bulbil wallet: its files seed and wallet.db.")
  private Path folder;

  @Mixin private NetworkOption network;

  @Mixin private FeeOptions fees;

  @Mixin private ChainOptions chain;

  @Option(names = "--dry-run", description = "Only says what it would do.")
  private boolean isDry;

  @Option(names = "--yes", description = "Does not ask.")
  private boolean isSure;

  @Option(names = "--json", description = "One JSON object on standard output.")
  private boolean json;

  /**
   * A payment as it is printed. Amounts are satoshis.
   *
   * @param state {@code planned}, or as the payment stands
   * @param before whether it was made by an earlier run
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Shown(
      String network,
      String reference,
      int recipients,
      long paidSat,
      long feeSat,
      String feeRate,
      long changeSat,
      String state,
      boolean before,
      @Nullable String txid) {}

  @Override
  public Integer call() throws InterruptedException {
    var split = SplitFile.read(file, network);
    try (var http = chain.http();
        var purse =
            Purse.open(
                folder, split.network(), chain.sources(split.network(), http), new SystemTime())) {
      return pay(split, purse);
    } catch (IllegalArgumentException e) {
      throw new Trouble(Trouble.inWords(e));
    }
  }

  private int pay(SplitFile split, Purse purse) throws InterruptedException {
    purse.read(this::progress);
    var before = purse.find(split.reference());
    if (before.isPresent()) {
      return finished(split, isDry ? before.get() : purse.sent(split), true);
    }
    var rate = fees.rate(purse::feeLevels);
    var plan = purse.plan(split.payouts(), rate);
    if (isDry || !isSure) {
      planned(split, plan);
    }
    if (isDry) {
      return 0;
    }
    if (!isAgreed()) {
      return 1;
    }
    return finished(split, purse.pay(split, rate), false);
  }

  private boolean isAgreed() {
    if (!isSure && !StandardInput.isTerminal()) {
      throw new Trouble("nothing was paid: nobody can be asked here; add --yes");
    }
    return isSure || StandardInput.confirms("Pay it?");
  }

  private int finished(SplitFile split, Payment payment, boolean isOld) {
    var txid = payment.transaction().hex();
    if (payment.isWithdrawn()) {
      throw new Trouble("this split was paid once and taken back by " + txid);
    }
    if (payment.state() == State.DEAD) {
      throw new Trouble(
          "the payment %s of this split can never confirm: a coin of it was spent elsewhere; make a new split"
              .formatted(txid));
    }
    if (!isDry && !split.audit().payment().filter(txid::equals).isPresent()) {
      split.notePayment(txid);
    }
    var state = payment.state().name().toLowerCase(Locale.ROOT);
    if (json) {
      show(
          new Shown(
              split.network().toString(),
              split.reference(),
              split.payouts().all().size(),
              payment.amount().value(),
              payment.fee().value(),
              payment.rate().toString(),
              payment.current().change().value(),
              state,
              isOld,
              txid));
    }
    progress("%s by %s (%s)".formatted(isOld ? "paid before," : "paid", txid, state));
    return 0;
  }

  private void planned(SplitFile split, Draft plan) {
    var total = split.payouts().total();
    var bid = Purse.rate(plan);
    if (json && isDry) {
      show(
          new Shown(
              split.network().toString(),
              split.reference(),
              split.payouts().all().size(),
              total.value(),
              plan.fee().value(),
              bid.toString(),
              plan.change().value(),
              "planned",
              false,
              null));
      return;
    }
    progress(
        "pays      %d sat to %d addresses on %s"
            .formatted(total.value(), split.payouts().all().size(), split.network()));
    progress("fee       %d sat at %s".formatted(plan.fee().value(), bid));
    progress("change    %d sat, back to the wallet".formatted(plan.change().value()));
  }

  private void show(Shown shown) {
    var out = spec.commandLine().getOut();
    out.println(JSON.toJson(shown));
    out.flush();
  }

  private void progress(String words) {
    spec.commandLine().getErr().println(words);
    spec.commandLine().getErr().flush();
  }
}
