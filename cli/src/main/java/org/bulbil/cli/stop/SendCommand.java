package org.bulbil.cli.stop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.bulbil.agent.order.SignedOrder;
import org.bulbil.agent.stop.OrderCall;
import org.bulbil.cli.console.Strangers;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.relays.Place;
import org.bulbil.cli.relays.Places;
import org.bulbil.cli.relays.RelaysCommand;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.wire.Http;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil stop send}. */
@Command(
    name = "send",
    description =
        "Brings a signed order to relays, and says what each answered. A relay that obeys hands it"
            + " on to its children until it runs out, so a tree needs only its founder.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil stop send order 203.0.113.5",
      "  bulbil stop send order my-launch         to every relay of a launch",
      "Exit codes: 0 all obey, 1 one does not, 2 typed wrongly."
    })
public final class SendCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "ORDER", description = "What 'bulbil stop sign' printed.")
  private Path order;

  @Parameters(
      index = "1..*",
      paramLabel = "RELAY",
      arity = "0..*",
      description = "Status pages, or the folder of a launch.")
  private List<String> named = List.of();

  @Mixin private Places places;

  @Override
  public Integer call() {
    var signed = read();
    try (var http = new Http(RelaysCommand.LIMITS)) {
      long deaf =
          places.find(spec, named, http).stream().filter(place -> !isTaken(signed, place)).count();
      return deaf == 0 ? 0 : 1;
    }
  }

  private SignedOrder read() {
    try {
      var text = Files.readString(order, StandardCharsets.US_ASCII);
      var read = SignedOrder.read(text);
      return read.answer().orElseThrow(() -> new Trouble(order + ": " + read.summary()));
    } catch (IOException e) {
      throw new Trouble("cannot read " + order + ": " + e.getMessage());
    }
  }

  private boolean isTaken(SignedOrder signed, Place place) {
    var answer =
        switch (place) {
          case Place.Page(var uri) -> OrderCall.bring(signed, uri);
          case Place.Home(var folder) ->
              Outcome.<String>refused(
                  "an order goes to a status page, not to the folder " + folder, 0);
        };
    var words = answer.answer().orElseGet(answer::summary);
    spec.commandLine().getOut().println(place + "  " + Strangers.text(words));
    return answer.answer().isPresent();
  }
}
