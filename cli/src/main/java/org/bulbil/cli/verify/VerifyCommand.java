package org.bulbil.cli.verify;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.wire.Http;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil verify}. */
@Command(
    name = "verify",
    description =
        "Says whether the bitcoin address in a relay's contact line is that relay's own: the relay"
            + " names it under the signature of its identity key, and the wallet names the relay"
            + " under its own. Anybody can copy a contact line; nobody can copy both.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil verify 9695DFC35FFEB861329B9F1AB04C46397020CE31",
      "  bulbil verify bulbil7 --json",
      "  bulbil verify http://127.80.0.1:8080 --directory http://127.77.0.1:9030",
      "Exit codes: 0 yes, 1 no, 2 typed wrongly, 3 it cannot be told now."
    })
public final class VerifyCommand implements Callable<Integer> {

  /** A consensus of 10,000 relays has 3 MB; a slow authority sends it in half a minute. */
  private static final Http.Limits DOCUMENTS = new Http.Limits(Duration.ofSeconds(60), 16 << 20);

  /** A proof is 400 bytes. */
  private static final Http.Limits PAGES = new Http.Limits(Duration.ofSeconds(20), 16 << 10);

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RELAY",
      description = "Its fingerprint, its nickname, or the URL of its status page.")
  private String relay;

  @Option(
      names = "--directory",
      paramLabel = "URL",
      description =
          "A directory authority or mirror that serves documents over plain HTTP; the next is asked"
              + " where one is silent (default: four authorities of the public network).")
  private List<String> directories = List.of();

  @Option(
      names = "--status",
      paramLabel = "URL",
      description = "The relay's status page (default: at its own address, see --status-port).")
  private @Nullable String status;

  @Option(
      names = "--status-port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Where relays have their status page (default ${DEFAULT-VALUE}).")
  private int statusPort;

  @Option(names = "--json", description = "One JSON object on standard output.")
  private boolean json;

  @Override
  public Integer call() {
    var question = checked("RELAY", () -> Question.parse(relay));
    var page =
        Optional.ofNullable(status).map(url -> checked("--status", () -> Question.page(url)));
    var servers = directories.stream().map(url -> checked("--directory", () -> Question.page(url)));
    var known = directories.isEmpty() ? Directories.PUBLIC : servers.toList();
    if (statusPort < 1 || statusPort > 65_535) {
      throw new ParameterException(spec.commandLine(), "--status-port: a port is 1 to 65535");
    }
    var verdict = verdict(question, page, known);
    show(verdict);
    return verdict.exitCode();
  }

  private Verdict verdict(Question question, Optional<URI> page, List<URI> servers) {
    try (var documents = new Http(DOCUMENTS);
        var pages = new Http(PAGES)) {
      var inquiry =
          new Inquiry(
              relay, new Directories(documents, servers), pages, statusPort, new SystemTime());
      return inquiry.answer(question, page);
    }
  }

  private <T> T checked(String what, Callable<T> reading) {
    try {
      return reading.call();
    } catch (Exception e) {
      throw new ParameterException(spec.commandLine(), what + ": " + e.getMessage(), e);
    }
  }

  private void show(Verdict verdict) {
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(verdict.json());
    } else {
      verdict.lines().forEach(out::println);
    }
    out.flush();
  }
}
