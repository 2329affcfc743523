package org.bulbil.cli.tip;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.Upstreams;
import org.bulbil.bitcoin.psbt.Donation;
import org.bulbil.bitcoin.psbt.Funds;
import org.bulbil.bitcoin.psbt.UnsignedPayment;
import org.bulbil.cli.console.OutputFile;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.payment.ChainOptions;
import org.bulbil.cli.payment.CoinOptions;
import org.bulbil.cli.payment.FeeOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bulbil tip psbt}. */
@Command(
    name = "psbt",
    description =
        "Writes the payment of a split as a PSBT (BIP174), which your own wallet signs and sends:"
            + " Electrum, Sparrow, Bitcoin Core, hardware wallets. No key is asked for. Base64 goes"
            + " to standard output, or the bytes to --out.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil tip psbt tip.json --from zpub6r... --out tip.psbt",
      "  bulbil tip psbt tip.json --from 'wpkh([d34db33f/84h/0h/0h]xpub6C.../<0;1>/*)' --fee-rate 2",
      "  bulbil tip psbt tip.json --coin TXID:0 --change bc1q...",
      "  bulbil tip psbt tip.json --coin TXID:0=250000@bc1q... --change bc1q... --fee-rate 3",
      "      asks no server at all",
      "Exit codes: 0 all well, 1 it failed, 2 it was typed wrongly."
    })
public final class PsbtCommand implements Callable<Integer> {

  private static final Jsonb JSON = Jsonb.builder().serializeNulls(true).build();

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The audit file that bulbil tip split wrote.")
  private Path file;

  @Mixin private NetworkOption network;

  @Mixin private CoinOptions coins;

  @Mixin private FeeOptions fees;

  @Mixin private ChainOptions chain;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "For the bytes, as wallets open them; usually it ends in .psbt.")
  private @Nullable Path out;

  @Option(names = "--json", description = "One JSON object on standard output.")
  private boolean json;

  /**
   * A payment as it is printed. Amounts are satoshis.
   *
   * @param changeAddress null where nothing is left over
   * @param file null where none was written
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Shown(
      String network,
      int recipients,
      long paidSat,
      long feeSat,
      String feeRate,
      long vbytes,
      long changeSat,
      @Nullable String changeAddress,
      List<Input> inputs,
      String psbt,
      @Nullable String file) {}

  /** A coin that it spends. */
  @Json
  record Input(String coin, long sat) {}

  @Override
  public Integer call() {
    var split = SplitFile.read(file, network);
    try (var http = chain.http()) {
      Supplier<Upstreams> servers = () -> new Upstreams(chain.sources(split.network(), http));
      var funds = coins.find(split.network(), () -> (ChainSource) servers.get());
      var rate = fees.rate(() -> servers.get().feeLevels());
      show(split, funds, payment(new Donation(split.payouts(), funds.change(), rate), funds));
    } catch (IllegalArgumentException e) {
      throw new Trouble(Trouble.inWords(e));
    }
    return 0;
  }

  private static UnsignedPayment payment(Donation donation, Funds funds) {
    return donation.from(funds.coins()).orElseThrow(Trouble::new);
  }

  private void show(SplitFile split, Funds funds, UnsignedPayment payment) {
    if (out != null) {
      OutputFile.write(out, payment.bytes());
    }
    var console = spec.commandLine();
    if (json) {
      console.getOut().println(JSON.toJson(shown(split, funds, payment)));
    } else {
      lines(split, funds, payment).forEach(console.getErr()::println);
      if (out == null) {
        console.getOut().println(payment.base64());
      }
    }
    console.getOut().flush();
    console.getErr().flush();
  }

  private Shown shown(SplitFile split, Funds funds, UnsignedPayment payment) {
    return new Shown(
        split.network().toString(),
        split.payouts().all().size(),
        split.payouts().total().value(),
        payment.fee().value(),
        payment.rate().toString(),
        payment.vbytes(),
        payment.change().value(),
        payment.change().isPositive() ? funds.change().address().toString() : null,
        payment.coins().stream()
            .map(coin -> new Input(coin.point().toString(), coin.value().value()))
            .toList(),
        payment.base64(),
        out == null ? null : out.toString());
  }

  private List<String> lines(SplitFile split, Funds funds, UnsignedPayment payment) {
    return List.of(
        "pays      %d sat to %d addresses on %s"
            .formatted(
                split.payouts().total().value(), split.payouts().all().size(), split.network()),
        "fee       %d sat: %s for %d vB"
            .formatted(payment.fee().value(), payment.rate(), payment.vbytes()),
        "change    "
            + (payment.change().isPositive()
                ? "%d sat to %s".formatted(payment.change().value(), funds.change().address())
                : "none: the coins fit"),
        "spends    %d coins".formatted(payment.coins().size()),
        "next      sign it and send it with your wallet; bulbil tip check compares what it made"
            + (out == null ? "" : "; it is in " + out));
  }
}
