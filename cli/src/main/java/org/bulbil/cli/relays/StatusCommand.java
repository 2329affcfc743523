package org.bulbil.cli.relays;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.bulbil.cli.console.Strangers;
import org.bulbil.cli.console.Trouble;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.wire.Http;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil status}. */
@Command(
    name = "status",
    description =
        "Says how one relay is, in its own words: until when it is paid, what it has, what it"
            + " decided and why, and what a person should look at.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil status http://203.0.113.5:8080    a relay anywhere",
      "  bulbil status 203.0.113.5                the same",
      "  bulbil status /home/bulbil/bulbil        the agent on this server, also while it is down",
      "Exit codes: 0 it is well, 1 it cannot be read or needs a look, 2 typed wrongly."
    })
public final class StatusCommand implements Callable<Integer> {

  static final Http.Limits LIMITS = new Http.Limits(Duration.ofSeconds(20), 1 << 20);

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RELAY",
      defaultValue = ".",
      description = "Its status page, or the folder of its agent (default: this folder).")
  private String relay;

  @Option(names = "--json", description = "The relay's own JSON on standard output.")
  private boolean json;

  @Override
  public Integer call() {
    var place = place(spec, relay);
    try (var http = new Http(LIMITS)) {
      var reader = new StatusReader(http);
      if (json) {
        var theirs = answer(place, reader.text(place, "status.json"));
        print(Strangers.document(new String(theirs, StandardCharsets.UTF_8)));
        return 0;
      }
      var report = answer(place, reader.read(place));
      new StatusText(report).lines().forEach(this::print);
      return report.warnings().isEmpty() ? 0 : 1;
    }
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line.stripTrailing());
  }

  /** What a person typed, or a complaint about it. */
  static Place place(CommandSpec spec, String typed) {
    try {
      return Place.parse(typed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), Trouble.inWords(e), e);
    }
  }

  static <T> T answer(Place place, Outcome<T> outcome) {
    return outcome
        .answer()
        .orElseThrow(() -> new Trouble(Strangers.text(place + ": " + outcome.summary())));
  }
}
