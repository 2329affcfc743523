package org.bulbil.cli.relays;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.bulbil.cli.console.Strangers;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.wire.Http;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil explain}. */
@Command(
    name = "explain",
    description =
        "Says why a relay decided what it did: what it decides now and what is in the way of the"
            + " rest, then what it wrote down as it went, oldest first.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil explain 203.0.113.5                   the last week of a relay anywhere",
      "  bulbil explain --since 90d /home/bulbil/bulbil   on its server: all of its journal",
      "Exit codes: 0 it was explained, 1 it cannot be read, 2 typed wrongly."
    })
public final class ExplainCommand implements Callable<Integer> {

  private static final Jsonb JSON = Jsonb.instance();

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RELAY",
      defaultValue = ".",
      description = "Its status page, or the folder of its agent (default: this folder).")
  private String relay;

  @Option(
      names = "--since",
      paramLabel = "SPAN",
      defaultValue = "7d",
      description = "How far back, such as 12h or 30d (default ${DEFAULT-VALUE}).")
  private Duration since;

  @Option(names = "--json", description = "One JSON object on standard output.")
  private boolean json;

  /**
   * The whole explanation.
   *
   * @param now left out where the relay's status cannot be read
   */
  @Json
  record Explanation(
      String relay,
      Report.@Nullable Decision now,
      Report.@Nullable Reserve reserve,
      List<Report.Event> entries) {}

  @Override
  public Integer call() {
    var place = StatusCommand.place(spec, relay);
    var time = new SystemTime();
    try (var http = new Http(StatusCommand.LIMITS)) {
      var reader = new StatusReader(http);
      var decisions =
          StatusCommand.answer(place, Decisions.read(place, reader, time)).since(since, time.now());
      show(place, reader.read(place).answer().orElse(null), decisions);
      return 0;
    }
  }

  private void show(Place place, @Nullable Report report, Decisions decisions) {
    var out = spec.commandLine().getOut();
    if (json) {
      var now = report == null ? null : report.decision();
      var reserve = report == null ? null : report.reserve();
      var all = new Explanation(place.toString(), now, reserve, decisions.entries());
      out.println(Strangers.document(JSON.toJson(all)));
    } else {
      if (report != null) {
        now(report).forEach(out::println);
      }
      decisions.entries().reversed().forEach(entry -> out.println(line(entry)));
    }
  }

  private static List<String> now(Report report) {
    var name = Strangers.text(report.hostname());
    return List.of(
        "%s now: %s".formatted(name, Strangers.text(report.decision().what())),
        "  because    " + Strangers.text(report.decision().why()),
        "  reserve    " + Strangers.text(report.reserve().words()),
        "  children   " + Strangers.text(report.reserve().children()),
        "  will       " + Strangers.text(report.will().words()),
        "",
        "What led here (UTC):");
  }

  private static String line(Report.Event entry) {
    return "%-20s  %-9s %s"
        .formatted(
            Strangers.text(entry.at()),
            Strangers.text(entry.kind()).toLowerCase(java.util.Locale.ROOT),
            Strangers.text(entry.words()));
  }
}
