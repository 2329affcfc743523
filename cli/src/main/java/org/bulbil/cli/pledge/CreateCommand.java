package org.bulbil.cli.pledge;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.pledge.Campaign;
import org.bulbil.bitcoin.pledge.PledgeFiles;
import org.bulbil.cli.console.OutputFile;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.money.Sats;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bulbil pledge create}. */
@Command(
    name = "create",
    description =
        "Writes a campaign: what for, how much, to whom, until when. Give the file to donors; none"
            + " of it can be changed once somebody has signed.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil pledge create --title 'A relay in AS 64500' --sat 20000 --to bc1q..."
          + " --until 2027-01-31",
      "Exit codes: 0 all well, 1 it failed, 2 it was typed wrongly."
    })
public final class CreateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--title", paramLabel = "TEXT", required = true, description = "What it is for.")
  private String title;

  @Option(
      names = "--sat",
      paramLabel = "N",
      required = true,
      description = "The goal in satoshis, which the address gets; the fee is on top.")
  private long sat;

  @Option(names = "--to", paramLabel = "ADDRESS", required = true, description = "Who gets it.")
  private String address;

  @Option(
      names = "--until",
      paramLabel = "DAY",
      required = true,
      description = "Its end, such as 2027-01-31 (midnight UTC) or 2027-01-31T18:00:00Z.")
  private String until;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      defaultValue = "mainnet",
      description = "mainnet, testnet, signet or regtest (default ${DEFAULT-VALUE}).")
  private String network;

  @Option(names = "--out", paramLabel = "FILE", description = "Instead of standard output.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    var campaign = typed();
    if (campaign.isOver(new SystemTime().now())) {
      throw new ParameterException(spec.commandLine(), "--until: that is over already");
    }
    var text = PledgeFiles.write(campaign);
    if (out == null) {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
    } else {
      OutputFile.write(out, text);
    }
    return 0;
  }

  private Campaign typed() {
    try {
      return new Campaign(
          title, Address.parse(address, Network.parse(network)), Sats.of(sat), end(until));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new ParameterException(spec.commandLine(), Trouble.inWords(e), e);
    }
  }

  private static Instant end(String text) {
    return text.contains("T")
        ? Instant.parse(text)
        : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
