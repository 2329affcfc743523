package org.bulbil.cli.tip;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bulbil.atlas.proof.Check;
import org.bulbil.atlas.proof.Finding;
import org.bulbil.atlas.tip.Audit;
import org.bulbil.atlas.tip.Choice;
import org.bulbil.atlas.tip.Choosing;
import org.bulbil.atlas.tip.OnChain;
import org.bulbil.atlas.tip.Recheck;
import org.bulbil.atlas.tip.Tip;
import org.bulbil.bitcoin.chain.esplora.EsploraSource;
import org.bulbil.cli.console.Trouble;
import org.bulbil.core.split.Rule;
import org.bulbil.wire.Http;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil tip verify}. */
@Command(
    name = "verify",
    description =
        "Recomputes a split from what its rule saw, and compares it with its audit file and with the"
            + " payment on the chain. It believes neither who split nor who paid.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil tip verify tip.json                         with tip.json.snapshot beside it",
      "  bulbil tip verify tip.json --documents FOLDER      from the relays themselves",
      "  bulbil tip verify tip.json --esplora https://blockstream.info/api --json",
      "  bulbil tip verify tip.json --esplora URL --txid TXID    your wallet has paid it",
      "Exit codes: 0 all of it is so, 1 something is not, 2 typed wrongly, 3 it cannot be told now."
    })
final class VerifyCommand implements Callable<Integer> {

  private static final Jsonb JSON = Jsonb.instance();

  /** Ten thousand recipients with their relays are 4 MB. */
  private static final long BYTES_MAX = 64 << 20;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The audit file that bulbil tip split wrote.")
  private Path file;

  @Option(
      names = "--snapshot",
      paramLabel = "FILE",
      description = "What the rule saw (default: FILE.snapshot beside it, where there is one).")
  private Optional<Path> snapshot;

  @Mixin private RelayOptions relays;

  @Option(
      names = "--esplora",
      paramLabel = "URL",
      description = "A server of the chain, to see the payment and the lottery's block.")
  private Optional<URI> esplora;

  @Option(
      names = "--txid",
      paramLabel = "TXID",
      description =
          "The payment, where the file names none yet. Once --esplora shows it in a block and that it"
              + " pays the split, it is written into the file.")
  private Optional<String> txid;

  @Option(names = "--json", description = "One JSON object on standard output.")
  private boolean json;

  /**
   * What came out.
   *
   * @param answer {@code yes}, {@code no} or {@code unknown}
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Verdict(String file, String answer, List<Line> checks) {

    /** A {@link Check}. */
    @Json
    record Line(String name, String answer, String words) {}
  }

  @Override
  public Integer call() throws InterruptedException {
    var written = Audit.read(bytes(file)).orElseThrow(this::wrong);
    var audit = paid(written);
    var checks = new ArrayList<Check>();
    var recheck = new Recheck(audit);
    checks.add(recheck.file());
    seen(audit)
        .ifPresentOrElse(
            bytes -> {
              checks.add(recheck.snapshot(bytes));
              checks.add(recheck.split(bytes));
            },
            () ->
                checks.add(
                    Check.unknown(
                        "snapshot",
                        "there is no %s, so nothing can be recomputed: name it by --snapshot, or the"
                            + " relays by --documents or --atlas",
                        SnapshotFile.beside(file))));
    checks.addAll(onChain(audit));
    if (written.payment().isEmpty() && isPaid(checks)) {
      SplitFile.notePayment(file, written, audit.payment().orElseThrow());
    }
    return tell(checks);
  }

  /** With the payment that was typed. */
  private Audit paid(Audit written) {
    if (written.payment().isPresent() && txid.isPresent() && !written.payment().equals(txid)) {
      throw new Trouble("%s names another payment, %s".formatted(file, written.payment().get()));
    }
    return txid.map(written::paidBy).orElse(written);
  }

  private static boolean isPaid(List<Check> checks) {
    return checks.stream()
        .anyMatch(check -> check.name().equals("payment") && check.finding() == Finding.YES);
  }

  /** Bytes of a snapshot file, or of one that is made anew of the relays. */
  private Optional<byte[]> seen(Audit audit) throws InterruptedException {
    if (relays.isNamed()) {
      return Optional.of(anew(audit));
    }
    var beside = SnapshotFile.beside(file);
    return snapshot
        .or(() -> Files.exists(beside) ? Optional.of(beside) : Optional.empty())
        .map(VerifyCommand::bytes);
  }

  private byte[] anew(Audit audit) throws InterruptedException {
    var choice = Choice.of(audit.choice()).orElseThrow(this::wrong);
    var heard = relays.readHowOldSoever();
    return new Tip(
            Choosing.find(
                heard.snapshot(),
                heard.store()::histories,
                heard.chain(),
                choice,
                rule(audit),
                heard.now()))
        .snapshot();
  }

  private Trouble wrong(String why) {
    return new Trouble(file + ": " + why);
  }

  private Rule rule(Audit audit) {
    try {
      return audit.parameters().rule();
    } catch (IllegalArgumentException e) {
      throw new Trouble(file + ": " + e.getMessage());
    }
  }

  private List<Check> onChain(Audit audit) {
    if (esplora.isEmpty()) {
      return audit.payment().isPresent() || audit.seedBlock() != null
          ? List.of(Check.unknown("chain", "the chain was not asked: name a server by --esplora"))
          : List.of();
    }
    try (var http = new Http(Http.Limits.USUAL)) {
      var server = new EsploraSource(esplora.get(), http);
      var chain = new OnChain(audit, server, server::header);
      var checks = new ArrayList<Check>();
      chain.seed().ifPresent(checks::add);
      chain.payment().ifPresent(checks::add);
      return checks;
    }
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw new Trouble("%s has more than %d bytes".formatted(file, BYTES_MAX));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Trouble("cannot read %s: %s".formatted(file, e.getMessage()));
    }
  }

  private int tell(List<Check> checks) {
    var answer = answer(checks);
    var out = spec.commandLine().getOut();
    if (json) {
      var lines =
          checks.stream()
              .map(one -> new Verdict.Line(one.name(), one.finding().toString(), one.words()))
              .toList();
      out.println(JSON.toJson(new Verdict(file.toString(), answer.toString(), lines)));
    } else {
      checks.forEach(one -> out.println("%-8s%s".formatted(one.finding(), one.words())));
    }
    out.flush();
    return switch (answer) {
      case YES -> 0;
      case NO -> 1;
      case UNKNOWN -> 3;
    };
  }

  /** No where anything is wrong, else unknown where anything cannot be told. */
  private static Finding answer(List<Check> checks) {
    var findings = checks.stream().map(Check::finding).toList();
    if (findings.contains(Finding.NO)) {
      return Finding.NO;
    }
    return findings.contains(Finding.UNKNOWN) ? Finding.UNKNOWN : Finding.YES;
  }
}
