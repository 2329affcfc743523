package org.bulbil.cli.relays;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.util.List;
import java.util.concurrent.Callable;
import org.bulbil.cli.console.Strangers;
import org.bulbil.wire.Http;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil wallet show}. */
@Command(
    name = "show",
    description =
        "Shows a relay's wallet: its address, what it holds, and where every satoshi went, as the"
            + " relay itself last counted. No key is touched, so nothing can be spent.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil wallet show /home/bulbil/bulbil   the agent on this server",
      "  bulbil wallet show 203.0.113.5           a relay anywhere"
    })
public final class WalletShowCommand implements Callable<Integer> {

  private static final Jsonb JSON = Jsonb.instance();

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RELAY",
      defaultValue = ".",
      description = "The folder of its agent, or its status page (default: this folder).")
  private String relay;

  @Option(names = "--json", description = "One JSON object on standard output.")
  private boolean json;

  /** A wallet as its relay counted it last. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Shown(String asOf, Report.Money money, Report.Account account) {}

  @Override
  public Integer call() {
    var place = StatusCommand.place(spec, relay);
    try (var http = new Http(StatusCommand.LIMITS)) {
      var report = StatusCommand.answer(place, new StatusReader(http).read(place));
      show(report);
      return report.account().differenceSat() == 0 && report.account().foreignSat() == 0 ? 0 : 1;
    }
  }

  private void show(Report report) {
    var out = spec.commandLine().getOut();
    if (json) {
      var shown = new Shown(report.asOf(), report.money(), report.account());
      out.println(Strangers.document(JSON.toJson(shown)));
    } else {
      lines(report).forEach(line -> out.println(Strangers.text(line)));
    }
  }

  private static List<String> lines(Report report) {
    var money = report.money();
    return List.of(
        "address   " + money.address(),
        "balance   %d sat, and %d sat arriving"
            .formatted(money.spendableSat(), money.arrivingSat()),
        "account   " + StatusText.account(report.account()),
        "checked   %d sat unexplained, %d sat foreign, as of %s"
            .formatted(
                report.account().differenceSat(), report.account().foreignSat(), report.asOf()),
        "keys      "
            + (money.copied() ? "the launcher holds a copy" : "nobody but the relay has them"));
  }
}
