package org.bulbil.cli.pledge;

import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.psbt.Psbt;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bulbil.bitcoin.chain.Upstreams;
import org.bulbil.bitcoin.pledge.Campaign;
import org.bulbil.bitcoin.pledge.Pledge;
import org.bulbil.bitcoin.pledge.PledgeFiles;
import org.bulbil.bitcoin.pledge.Signing;
import org.bulbil.bitcoin.psbt.PsbtText;
import org.bulbil.cli.console.OutputFile;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.payment.ChainOptions;
import org.bulbil.cli.payment.CoinOptions;
import org.bulbil.cli.payment.OpenPurse;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.outcome.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil pledge sign}. */
@Command(
    name = "sign",
    description =
        "Makes a coin of yours a pledge. With your own wallet in two steps: name the coin and get a"
            + " PSBT that asks for the right type of signature; sign it; hand it back with --signed"
            + " for the pledge. Or with a Bulbil wallet in one. The whole coin is pledged, so make"
            + " one of the right size first. Spending it elsewhere takes the pledge back.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil pledge sign campaign.json --coin TXID:1 --out request.psbt",
      "  bulbil pledge sign campaign.json --coin TXID:1 --from zpub6r... --out request.psbt",
      "  bulbil pledge sign campaign.json --signed signed.psbt --out pledge.json",
      "  bulbil pledge sign campaign.json --wallet ~/purse --coin TXID:0 --out pledge.json",
      "Exit codes: 0 all well, 1 it failed, 2 it was typed wrongly."
    })
public final class SignCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CAMPAIGN", description = "The file of bulbil pledge create.")
  private Path file;

  @Mixin private CoinOptions coins;

  @Mixin private ChainOptions chain;

  @Option(
      names = "--signed",
      paramLabel = "PSBT",
      description =
          "What your wallet has signed: a PSBT as bytes or in base64, or a transaction in"
              + " hexadecimal digits.")
  private @Nullable Path signed;

  @Option(
      names = "--wallet",
      paramLabel = "FOLDER",
      description = "The folder of a Bulbil wallet, whose --coin is signed here.")
  private @Nullable Path wallet;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "For the request's bytes or the pledge (default: standard output, in base64 or"
              + " as JSON).")
  private @Nullable Path out;

  @Override
  public Integer call() throws InterruptedException {
    var campaign = Papers.campaign(file);
    if (campaign.isOver(new SystemTime().now())) {
      throw new Trouble("the campaign was over on " + campaign.expires());
    }
    if (signed != null) {
      keep(returned(campaign, signed));
    } else if (wallet != null) {
      keep(ofWallet(campaign, wallet));
    } else {
      ask(campaign);
    }
    return 0;
  }

  /** Some wallets give the whole transaction where one signature was all that was missing. */
  private Pledge returned(Campaign campaign, Path signed) {
    var bytes = Papers.read(signed, PsbtText.BYTES_MAX);
    var outcome =
        PsbtText.read(bytes) instanceof Outcome.Done<Psbt>(Psbt psbt)
            ? Signing.pledge(campaign, psbt)
            : PsbtText.transaction(bytes).flatMap(transaction -> whole(campaign, transaction));
    return outcome.orElseThrow(why -> new Trouble("%s: %s".formatted(signed, why)));
  }

  private Outcome<Pledge> whole(Campaign campaign, Transaction transaction) {
    var network = campaign.address().network();
    try (var http = chain.http()) {
      return Signing.pledge(campaign, transaction, new Upstreams(chain.sources(network, http)));
    }
  }

  private Pledge ofWallet(Campaign campaign, Path folder) throws InterruptedException {
    var network = campaign.address().network();
    try (var http = chain.http();
        var purse = OpenPurse.in(folder, network, chain.sources(network, http), new SystemTime())) {
      purse.patient().read(words -> {});
      var point = coins.only();
      var coin =
          purse.wallet().spendable().stream()
              .filter(it -> it.point().equals(point))
              .findFirst()
              .orElseThrow(() -> new Trouble(purse.without(point)));
      var request = campaign.withInput(coin.point());
      var transaction = purse.wallet().signTogether(request, coin);
      return Signing.pledge(campaign, transaction, coin.value(), purse.wallet().script(coin))
          .answer()
          .orElseThrow();
    }
  }

  private void keep(Pledge pledge) {
    var text = PledgeFiles.write(pledge);
    if (out == null) {
      spec.commandLine().getOut().print(text);
    } else {
      OutputFile.write(out, text);
    }
    spec.commandLine().getOut().flush();
    say("pledged   %s in %s".formatted(pledge.value(), pledge.coin()));
    say("next      give the file to who gathers them; to take it back, spend the coin elsewhere");
  }

  private void ask(Campaign campaign) {
    var network = campaign.address().network();
    try (var http = chain.http()) {
      var found = coins.named(network, () -> new Upstreams(chain.sources(network, http)));
      if (found.size() != 1) {
        throw new ParameterException(
            spec.commandLine(), "--coin: one coin is pledged by one file, not " + found.size());
      }
      var coin = found.getFirst();
      print(Signing.request(campaign, coin));
      say("asks for  %s in %s towards %s".formatted(coin.value(), coin.point(), campaign.title()));
      say(
          "next      sign it with your wallet, then: bulbil pledge sign %s --signed FILE"
              .formatted(file));
    } catch (IllegalArgumentException e) {
      throw new Trouble(Trouble.inWords(e));
    }
  }

  private void print(Psbt request) {
    if (out == null) {
      spec.commandLine().getOut().println(PsbtText.base64(request));
      spec.commandLine().getOut().flush();
    } else {
      OutputFile.write(out, PsbtText.bytes(request));
    }
  }

  private void say(String words) {
    spec.commandLine().getErr().println(words);
    spec.commandLine().getErr().flush();
  }
}
