package org.bulbil.cli.tip;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bulbil.bitcoin.PayToMany;
import org.bulbil.cli.console.OutputFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil tip csv}. */
@Command(
    name = "csv",
    description =
        "Writes the payment of a split as lines of ADDRESS,AMOUNT, which Electrum (pay to many) and"
            + " Sparrow (send to many) read. They carry no unit: both programs read them in the one"
            + " that they show, so set it first. Electrum shows mBTC when it is new.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil tip csv tip.json > tip.csv                in BTC, with eight decimals",
      "  bulbil tip csv tip.json --unit sat --out tip.csv for a program that shows satoshis",
      "  bulbil tip csv tip.json --unit mbtc              for an Electrum that shows mBTC",
      "Exit codes: 0 all well, 1 it failed, 2 it was typed wrongly."
    })
public final class CsvCommand implements Callable<Integer> {

  private static final Jsonb JSON = Jsonb.builder().serializeNulls(true).build();

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The audit file that bulbil tip split wrote.")
  private Path file;

  @Mixin private NetworkOption network;

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      defaultValue = "btc",
      description = "Of the amounts: ${COMPLETION-CANDIDATES} (default btc).")
  private PayToMany.Unit unit;

  @Option(names = "--out", paramLabel = "FILE", description = "Instead of standard output.")
  private @Nullable Path out;

  @Option(names = "--json", description = "One JSON object on standard output.")
  private boolean json;

  /** The lines as they are printed. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Shown(
      String network,
      int recipients,
      long paidSat,
      String unit,
      int sparrowRoundsDown,
      String csv,
      @Nullable String file) {}

  @Override
  public Integer call() {
    var split = SplitFile.read(file, network);
    var lines = new PayToMany(split.payouts(), unit);
    if (out != null) {
      OutputFile.write(out, lines.text());
    }
    show(split, lines);
    return 0;
  }

  private void show(SplitFile split, PayToMany lines) {
    var console = spec.commandLine();
    if (json) {
      console.getOut().println(JSON.toJson(shown(split, lines)));
    } else if (out == null) {
      console.getOut().print(lines.text());
    }
    console.getOut().flush();
    if (lines.roundedDown() > 0) {
      console
          .getErr()
          .println(
              ("bulbil: Sparrow rounds %d of these amounts down by 1 sat while it shows BTC; let it"
                      + " show sats and use --unit sat. Electrum takes them as they are.")
                  .formatted(lines.roundedDown()));
      console.getErr().flush();
    }
  }

  private Shown shown(SplitFile split, PayToMany lines) {
    return new Shown(
        split.network().toString(),
        split.payouts().all().size(),
        split.payouts().total().value(),
        unit.toString(),
        lines.roundedDown(),
        lines.text(),
        out == null ? null : out.toString());
  }
}
