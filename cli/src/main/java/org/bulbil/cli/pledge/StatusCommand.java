package org.bulbil.cli.pledge;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.bulbil.bitcoin.chain.Upstreams;
import org.bulbil.bitcoin.pledge.Campaign;
import org.bulbil.bitcoin.pledge.Pledge;
import org.bulbil.bitcoin.pledge.PledgeBox;
import org.bulbil.bitcoin.pledge.PledgeBox.Paper;
import org.bulbil.cli.console.Strangers;
import org.bulbil.cli.payment.ChainOptions;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.money.Sats;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil pledge status}. */
@Command(
    name = "status",
    description =
        "Counts a folder of pledges: which are good, which are not and why, and what is together."
            + " Every signature is checked, and every coin looked up.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil pledge status campaign.json pledges",
      "  bulbil pledge status campaign.json pledges --json",
      "Exit codes: 0 the goal is together (the fee aside), 1 it is not or it failed, 2 typed wrongly."
    })
public final class StatusCommand implements Callable<Integer> {

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

  @Mixin private ChainOptions chain;

  @Option(names = "--json", description = "One JSON object on standard output.")
  private boolean json;

  /** A campaign as it stands. Amounts are satoshis. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Shown(
      String campaign,
      String title,
      String address,
      long goalSat,
      long togetherSat,
      long missingSat,
      String expires,
      boolean over,
      int good,
      List<Line> pledges) {}

  /**
   * A file of the folder.
   *
   * @param coin null where it is no pledge
   * @param fault null where it counts
   */
  @Json
  record Line(String file, @Nullable String coin, long sat, @Nullable String fault) {}

  @Override
  public Integer call() {
    var campaign = Papers.campaign(file);
    var network = campaign.address().network();
    try (var http = chain.http()) {
      var papers = Papers.all(folder, campaign, new Upstreams(chain.sources(network, http)));
      var shown = shown(campaign, papers);
      show(shown);
      return shown.missingSat() == 0 ? 0 : 1;
    }
  }

  private static Shown shown(Campaign campaign, List<Paper> papers) {
    var good = PledgeBox.good(papers);
    var together = Sats.sum(good.stream().map(Pledge::value).toList());
    return new Shown(
        campaign.id(),
        campaign.title(),
        campaign.address().toString(),
        campaign.goal().value(),
        together.value(),
        campaign.goal().minusOrZero(together).value(),
        campaign.expires().toString(),
        campaign.isOver(new SystemTime().now()),
        good.size(),
        papers.stream().map(StatusCommand::line).toList());
  }

  private static Line line(Paper paper) {
    return new Line(
        paper.name(),
        paper.pledge().map(pledge -> pledge.coin().toString()).orElse(null),
        paper.pledge().map(pledge -> pledge.value().value()).orElse(0L),
        paper.fault().orElse(null));
  }

  private void show(Shown shown) {
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(JSON.toJson(shown));
    } else {
      out.println(Strangers.text(shown.title()));
      out.println(
          "together  %d of %d sat in %d pledges%s"
              .formatted(
                  shown.togetherSat(),
                  shown.goalSat(),
                  shown.good(),
                  shown.missingSat() > 0
                      ? "; %d sat are missing".formatted(shown.missingSat())
                      : ""));
      out.println("until     " + shown.expires() + (shown.over() ? ", which is over" : ""));
      shown.pledges().forEach(line -> out.println(Strangers.text(words(line))));
    }
    out.flush();
  }

  private static String words(Line line) {
    return line.fault() == null
        ? "good      %s: %d sat in %s".formatted(line.file(), line.sat(), line.coin())
        : "left out  %s: %s".formatted(line.file(), line.fault());
  }
}
