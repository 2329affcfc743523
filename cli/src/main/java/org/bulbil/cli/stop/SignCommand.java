package org.bulbil.cli.stop;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.bulbil.agent.order.Addressee;
import org.bulbil.agent.order.Order;
import org.bulbil.agent.order.Verb;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.wiring.SystemTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil stop sign}. */
@Command(
    name = "sign",
    description = "Signs an order and prints it. It binds nobody before it is sent.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil stop sign --key stop.key plant-no-more all",
      "  bulbil stop sign --key stop.key shut-down family:ID --days 7"
    })
public final class SignCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      required = true,
      description = "The secret of 'bulbil stop make-key'.")
  private Path key;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      defaultValue = "30",
      description = "How long relays take it, 1 to 90 (default ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--serial",
      paramLabel = "NUMBER",
      description =
          "Above that of every earlier order (default: the seconds since 1970, which always is).")
  private @Nullable Long serial;

  @Parameters(
      index = "0",
      paramLabel = "ORDER",
      description = "plant-no-more, for good; or shut-down, with the last will.")
  private String order;

  @Parameters(index = "1", paramLabel = "TO", description = "all, family:ID or relay:FINGERPRINT.")
  private String to;

  @Override
  public Integer call() {
    var secret = new StopKeyFile(key).read();
    var signed = secret.sign(order(new SystemTime().now().truncatedTo(ChronoUnit.SECONDS)));
    spec.commandLine().getOut().print(signed.text());
    spec.commandLine().getOut().flush();
    return 0;
  }

  private Order order(Instant now) {
    try {
      return new Order(
          verb(),
          Addressee.parse(to.replaceFirst(":", " ")),
          serial == null ? now.getEpochSecond() : serial,
          now,
          now.plus(Duration.ofDays(days)));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), Trouble.inWords(e), e);
    }
  }

  private Verb verb() {
    return switch (order) {
      case "plant-no-more" -> Verb.PLANT_NO_MORE;
      case "shut-down" -> Verb.SHUT_DOWN;
      default ->
          throw new IllegalArgumentException(
              "plant-no-more or shut-down can be ordered, not '" + order + "'");
    };
  }
}
