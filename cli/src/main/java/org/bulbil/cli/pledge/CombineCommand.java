package org.bulbil.cli.pledge;

import fr.acinq.bitcoin.Transaction;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.Upstreams;
import org.bulbil.bitcoin.pledge.Campaign;
import org.bulbil.bitcoin.pledge.Gathering;
import org.bulbil.bitcoin.pledge.Gathering.Met;
import org.bulbil.bitcoin.pledge.Gathering.NotYet;
import org.bulbil.bitcoin.pledge.Gathering.Wasteful;
import org.bulbil.bitcoin.pledge.PledgeBox;
import org.bulbil.bitcoin.pledge.PledgeBox.Paper;
import org.bulbil.cli.console.OutputFile;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.payment.ChainOptions;
import org.bulbil.cli.payment.FeeOptions;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil pledge combine}. */
@Command(
    name = "combine",
    description =
        "Makes the payment of a campaign out of its pledges, when they reach. Coins are pledged"
            + " whole, so what is more than the goal goes to the fee: those that fit best are"
            + " taken, and a wasteful payment is not made.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil pledge combine campaign.json pledges > payment.hex",
      "  bulbil pledge combine campaign.json pledges --send --json",
      "  bulbil pledge combine campaign.json pledges --fee-most 3000    more may go to the fee",
      "Exit codes: 0 it is made, 1 it is not, 2 it was typed wrongly."
    })
public final class CombineCommand implements Callable<Integer> {

  private static final Jsonb JSON = Jsonb.builder().serializeNulls(true).build();

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "CAMPAIGN",
      description = "The file of bulbil pledge create.")
  private Path file;

  @Parameters(
      index = "1",
      paramLabel = "FOLDER",
      description = "With the pledges, each a file that ends in .json.")
  private Path folder;

  @Mixin private FeeOptions fees;

  @Mixin private ChainOptions chain;

  @Option(
      names = "--fee-most",
      paramLabel = "SAT",
      description =
          "All that may go to the fee (default: a twentieth of the goal, and never less"
              + " than what the fee rate asks for).")
  private @Nullable Long feeMost;

  @Option(names = "--send", description = "Hands it to the chain servers.")
  private boolean isSent;

  @Option(names = "--out", paramLabel = "FILE", description = "For its hexadecimal digits.")
  private @Nullable Path out;

  @Option(names = "--json", description = "One JSON object on standard output.")
  private boolean json;

  /** A payment as it is printed. Amounts are satoshis. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Shown(
      String campaign,
      String txid,
      long goalSat,
      long feeSat,
      List<String> coins,
      boolean sent,
      String transaction) {}

  @Override
  public Integer call() {
    var campaign = Papers.campaign(file);
    if (campaign.isOver(new SystemTime().now())) {
      throw new Trouble(
          "the campaign was over on %s; nothing is paid".formatted(campaign.expires()));
    }
    var network = campaign.address().network();
    try (var http = chain.http()) {
      var servers = new Upstreams(chain.sources(network, http));
      var papers = Papers.all(folder, campaign, servers);
      papers.forEach(this::remark);
      var rate = fees.rate(servers::feeLevels);
      var most = feeMost == null ? Gathering.modest(campaign, rate) : Sats.of(feeMost);
      var met = met(campaign, new Gathering(campaign, rate, most).from(PledgeBox.good(papers)));
      if (isSent) {
        send(servers, met.payment());
      }
      show(campaign, met);
    }
    return 0;
  }

  private void remark(Paper paper) {
    paper.fault().ifPresent(fault -> say("left out  %s: %s".formatted(paper.name(), fault)));
  }

  private static Met met(Campaign campaign, Gathering.Answer answer) {
    return switch (answer) {
      case Met met -> met;
      case NotYet(Sats together, Sats missing) ->
          throw new Trouble(
              "%s of %s are together; with the fee, %s are missing"
                  .formatted(together, campaign.goal(), missing));
      case Wasteful(Sats fee, Sats usual) ->
          throw new Trouble(
              "the coins do not fit: %s would go to the fee, where %s are usual; wait for another pledge, or allow it with --fee-most %d"
                  .formatted(fee, usual, fee.value()));
    };
  }

  private static void send(Upstreams servers, Transaction payment) {
    var answer = servers.broadcast(payment);
    if (!(answer instanceof Outcome.Done<TxId>)) {
      throw new Trouble("no server took the payment (%s)".formatted(answer.summary()));
    }
  }

  private void show(Campaign campaign, Met met) {
    var hex = HexFormat.of().formatHex(Transaction.write(met.payment()));
    var txid = TxId.of(met.payment()).hex();
    if (out != null) {
      OutputFile.write(out, hex + "\n");
    }
    say(
        "pays      %s to %s from %d pledges"
            .formatted(campaign.goal(), campaign.address(), met.used().size()));
    say("fee       %s, all that is more than the goal".formatted(met.fee()));
    say((isSent ? "sent as   " : "txid      ") + txid);
    var console = spec.commandLine().getOut();
    if (json) {
      var coins = met.used().stream().map(pledge -> pledge.coin().toString()).toList();
      console.println(
          JSON.toJson(
              new Shown(
                  campaign.id(),
                  txid,
                  campaign.goal().value(),
                  met.fee().value(),
                  coins,
                  isSent,
                  hex)));
    } else if (out == null) {
      console.println(hex);
    }
    console.flush();
  }

  private void say(String words) {
    spec.commandLine().getErr().println(words);
    spec.commandLine().getErr().flush();
  }
}
