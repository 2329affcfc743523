package org.bulbil.cli.relays;

import io.avaje.jsonb.Jsonb;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bulbil.wire.Http;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil relays}. */
@Command(
    name = "relays",
    description =
        "A table of relays, in their own words: name, fingerprint, region, whether the consensus"
            + " calls them Running, until when they can pay, what they hold and where gifts go.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil relays my-launch                  all relays of a launch",
      "  bulbil relays 203.0.113.5 198.51.100.7   these two",
      "  bulbil relays --directory http://127.77.0.1:9030 --json   those of a sandbox",
      "Exit codes: 0 all have answered, 1 one did not, 2 typed wrongly."
    })
public final class RelaysCommand implements Callable<Integer> {

  private static final Jsonb JSON = Jsonb.instance();

  /** The descriptors of a network of a thousand relays. */
  public static final Http.Limits LIMITS = new Http.Limits(StatusCommand.LIMITS.total(), 8 << 20);

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RELAY",
      arity = "0..*",
      description = "Status pages, folders of agents, or the folder of a launch.")
  private List<String> named = List.of();

  @Mixin private Places places;

  @Option(names = "--json", description = "One JSON object a line, for each relay.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    try (var http = new Http(LIMITS)) {
      var found = places.find(spec, named, http);
      var answers = new StatusReader(http).readAll(found);
      var rows = new ArrayList<RelayRow>();
      for (int i = 0; i < found.size(); i++) {
        rows.add(RelayRow.of(found.get(i), answers.get(i)));
      }
      print(rows);
      return rows.stream().allMatch(RelayRow::isKnown) ? 0 : 1;
    }
  }

  private void print(List<RelayRow> rows) {
    var out = spec.commandLine().getOut();
    if (json) {
      rows.forEach(row -> out.println(JSON.toJson(row)));
    } else {
      out.println(RelayRow.HEAD);
      rows.forEach(row -> out.println(row.text().stripTrailing()));
    }
  }
}
