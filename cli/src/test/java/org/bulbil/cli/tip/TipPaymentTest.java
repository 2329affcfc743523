package org.bulbil.cli.tip;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acinq.bitcoin.DeterministicWallet;
import fr.acinq.bitcoin.KeyPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bulbil.atlas.tip.Audit;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.Payout;
import org.bulbil.bitcoin.Payouts;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.keys.SeedFile;
import org.bulbil.bitcoin.psbt.Comparison;
import org.bulbil.bitcoin.psbt.PsbtText;
import org.bulbil.core.money.Sats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a split says is what is paid, in every form that a donor may choose, and once. */
class TipPaymentTest {

  private final List<Payout> strangers = SplitFiles.strangers(30, 1);

  @TempDir Path folder;
  private Path split;
  private Market market;

  @BeforeEach
  void aChain() throws IOException {
    market = new Market();
    split = SplitFiles.write(folder.resolve("tip.json"), strangers);
  }

  @AfterEach
  void close() {
    market.close();
  }

  private int tip(String... arguments) {
    var words = new ArrayList<>(List.of("tip"));
    words.addAll(List.of(arguments));
    return market.bulbil(words.toArray(String[]::new));
  }

  private List<Sats> received() {
    return market.received(strangers);
  }

  private List<Sats> wanted() {
    return strangers.stream().map(Payout::amount).toList();
  }

  private SeedFile purse(Path home, long sats) throws IOException {
    Files.createDirectory(home);
    var seed = new SeedFile(home.resolve("seed"));
    seed.create(new Random(5));
    if (sats > 0) {
      market.give(seed.account(Network.REGTEST).address(Branch.RECEIVE).toString(), sats);
    }
    return seed;
  }

  @Test
  void aWalletPaysEverybodyOnceHoweverOftenItIsAsked() throws IOException {
    var home = folder.resolve("purse");
    purse(home, 1_000_000);
    var wallet = "--wallet=" + home;
    assertThat(tip("pay", split.toString(), wallet, market.esplora(), "--fee-rate=2", "--dry-run"))
        .as(market.errors())
        .isZero();
    assertThat(market.errors())
        .contains("to 30 addresses on regtest", "fee ", "back to the wallet");
    assertThat(tip("pay", split.toString(), wallet, market.esplora(), "--fee-rate=2")).isEqualTo(1);
    assertThat(market.errors()).contains("add --yes");
    market.mine();
    assertThat(received()).containsOnly(Sats.ZERO);

    assertThat(
            tip(
                "pay",
                split.toString(),
                wallet,
                market.esplora(),
                "--fee-rate=2",
                "--yes",
                "--json"))
        .as(market.errors())
        .isZero();
    assertThat(market.out()).contains("\"state\":\"broadcast\"", "\"before\":false");
    var txid = Audit.read(Files.readAllBytes(split)).answer().orElseThrow().txid();
    assertThat(txid).isNotNull();
    assertThat(market.out()).contains(txid);
    market.mine();
    assertThat(received()).isEqualTo(wanted());

    var copy = SplitFiles.write(folder.resolve("copy.json"), strangers);
    assertThat(tip("pay", copy.toString(), wallet, market.esplora(), "--yes", "--json")).isZero();
    assertThat(market.out()).contains("\"before\":true", txid, "\"state\":\"confirmed\"");
    market.mine();
    assertThat(received()).isEqualTo(wanted());
    assertThat(Files.readString(copy)).contains(txid);
  }

  @Test
  void aWalletThatIsPoorOrAbsentOrBusySaysSo() throws IOException {
    var home = folder.resolve("purse");
    purse(home, 20_000);
    var pay = List.of("pay", split.toString(), market.esplora(), "--fee-rate=2", "--yes");
    assertThat(tip(with(pay, "--wallet=" + home))).isEqualTo(1);
    assertThat(market.errors()).contains("holds 20000 sat", "are missing");
    assertThat(tip(with(pay, "--wallet=" + folder))).isEqualTo(1);
    assertThat(market.errors()).contains("no file 'seed'");
    assertThat(tip(with(pay, "--wallet=" + home, "--network=mainnet"))).isEqualTo(1);
    assertThat(market.errors()).contains("the split is of regtest, not of mainnet");
    assertThat(tip(with(pay, "--wallet=" + home, "--fee-rate=0.00001"))).isEqualTo(2);
    market.close();
    assertThat(tip(with(pay, "--wallet=" + home))).isEqualTo(1);
    assertThat(market.errors()).contains("no chain server can be read");
  }

  private static String[] with(List<String> some, String... more) {
    var all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** The descriptor of a Bulbil wallet's own account, as a donor would name his. */
  private static String descriptor() {
    var master = DeterministicWallet.generate(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
    var account = master.derivePrivateKey(new KeyPath("m/84'/1'/0'"));
    var open =
        DeterministicWallet.encode(
            DeterministicWallet.publicKey(account), DeterministicWallet.tpub);
    return "wpkh(" + open + "/<0;1>/*)";
  }

  private static String donorAddress(int index) {
    var place =
        org.bulbil.bitcoin.psbt.Descriptor.parse(descriptor(), Network.REGTEST).at(0, index);
    return org.bulbil.bitcoin.Address.of(place.script(), Network.REGTEST).toString();
  }

  @Test
  void aPsbtOfADescriptorPaysTheSplitAndSaysItsFee() throws IOException {
    market.give(donorAddress(0), 60_000);
    market.give(donorAddress(3), 90_000);
    var file = folder.resolve("tip.psbt");
    assertThat(
            tip(
                "psbt",
                split.toString(),
                "--from",
                descriptor(),
                market.esplora(),
                "--fee-rate=2.5",
                "--out=" + file))
        .as(market.errors())
        .isZero();
    assertThat(market.errors()).contains("to 30 addresses", "2.5 sat/vB", "change ");
    assertThat(tip("check", split.toString(), file.toString())).as(market.out()).isZero();
    assertThat(market.out()).contains("pays exactly the split", "change: ");

    assertThat(tip("psbt", split.toString(), "--from", descriptor(), market.esplora(), "--json"))
        .isZero();
    assertThat(market.out())
        .contains("\"recipients\":30", "\"fee_sat\":", "\"psbt\":\"cHNidP", "\"file\":null");
    assertThat(tip("psbt", split.toString(), "--from", descriptor(), market.esplora())).isZero();
    var transaction =
        PsbtText.transaction(market.out().getBytes(StandardCharsets.UTF_8)).answer().orElseThrow();
    assertThat(Comparison.of(new Payouts(strangers), transaction).isExact()).isTrue();
  }

  @Test
  void namedCoinsNeedNoServer() throws IOException {
    var coin = "cd".repeat(32) + ":1=200000@" + donorAddress(0);
    assertThat(
            tip(
                "psbt",
                split.toString(),
                "--coin",
                coin,
                "--change",
                donorAddress(9),
                "--fee-rate=1"))
        .as(market.errors())
        .isZero();
    assertThat(market.errors()).contains(donorAddress(9));
    assertThat(tip("psbt", split.toString(), "--coin", coin, "--fee-rate=1")).isEqualTo(2);
    assertThat(market.errors()).contains("--change: say where");
    assertThat(tip("psbt", split.toString(), "--coin=abc", "--fee-rate=1")).isEqualTo(2);
    assertThat(market.errors()).contains("--coin");
    assertThat(tip("psbt", split.toString())).isEqualTo(2);
    assertThat(market.errors()).contains("--from: say whose");
    var poor = "cd".repeat(32) + ":1=2000@" + donorAddress(0);
    assertThat(
            tip(
                "psbt",
                split.toString(),
                "--coin",
                poor,
                "--change",
                donorAddress(9),
                "--fee-rate=1"))
        .isEqualTo(1);
    assertThat(market.errors()).contains("2000 sat in 1 coins do not reach");
  }

  @Test
  void aPsbtThatPaysSomethingElseIsNamedOutputByOutput() throws IOException {
    var other = new ArrayList<>(strangers);
    other.removeFirst();
    var half = SplitFiles.write(folder.resolve("half.json"), other);
    var file = folder.resolve("half.psbt");
    var coin = "cd".repeat(32) + ":1=200000@" + donorAddress(0);
    tip(
        "psbt",
        half.toString(),
        "--coin",
        coin,
        "--change",
        donorAddress(9),
        "--fee-rate=1",
        "--out=" + file);
    assertThat(tip("check", split.toString(), file.toString())).isEqualTo(1);
    assertThat(market.out()).contains(strangers.getFirst().address() + " gets nothing instead of");
    assertThat(tip("check", split.toString(), file.toString(), "--json")).isEqualTo(1);
    assertThat(market.out()).contains("\"exact\":false");
    assertThat(tip("check", split.toString(), split.toString())).isEqualTo(1);
    assertThat(market.errors()).contains("it is no PSBT");
  }

  @Test
  void linesForWalletsSumUpInEveryUnit() {
    assertThat(tip("csv", split.toString())).isZero();
    assertThat(sum(market.out(), 8)).isEqualTo(total());
    assertThat(market.out().lines()).hasSize(30).allMatch(line -> line.split(",", -1).length == 2);
    assertThat(tip("csv", split.toString(), "--unit=mbtc")).isZero();
    assertThat(sum(market.out(), 5)).isEqualTo(total());
    assertThat(tip("csv", split.toString(), "--unit=sat")).isZero();
    assertThat(sum(market.out(), 0)).isEqualTo(total());
    assertThat(market.errors()).isEmpty();
  }

  private long total() {
    return Sats.sum(wanted()).value();
  }

  private static long sum(String csv, int decimals) {
    return csv.lines()
        .map(line -> new java.math.BigDecimal(line.split(",", -1)[1]).movePointRight(decimals))
        .mapToLong(java.math.BigDecimal::longValueExact)
        .sum();
  }

  /** 0.00000767 times 100 million is 766.99… in binary fractions. */
  @Test
  void whatSparrowWouldRoundDownIsSaid() throws IOException {
    var odd = List.of(new Payout(strangers.getFirst().address(), Sats.of(767)));
    var file = SplitFiles.write(folder.resolve("odd.json"), odd);
    long lost = (long) (Double.parseDouble("0.00000767") * 100_000_000d);
    assertThat(lost).isEqualTo(766);
    assertThat(tip("csv", file.toString())).isZero();
    assertThat(market.errors()).contains("Sparrow rounds 1 of these amounts down");
    assertThat(tip("csv", file.toString(), "--unit=sat")).isZero();
    assertThat(market.errors()).isEmpty();
  }

  @Test
  void aLinkIsForOne() throws IOException {
    assertThat(tip("bip21", split.toString())).isEqualTo(1);
    assertThat(market.errors()).contains("pays 30 addresses");
    var one = SplitFiles.write(folder.resolve("one.json"), strangers.subList(1, 2));
    assertThat(tip("bip21", one.toString(), "--json")).isZero();
    assertThat(market.out()).contains("bitcoin:" + strangers.get(1).address() + "?amount=0.0000");
    assertThat(tip("bip21", one.toString(), "--qr")).isZero();
    assertThat(market.out()).contains("█");
  }

  @Test
  void aFileThatWasEditedIsNotPaid() throws IOException {
    var text = Files.readString(split);
    var amount = "\"sat\":" + strangers.getFirst().amount().value();
    Files.writeString(split, text.replace(amount + "}", "\"sat\":100000}"));
    assertThat(tip("csv", split.toString())).isEqualTo(1);
    assertThat(market.errors()).contains("together, and its donation is");
    Files.writeString(split, "{}");
    assertThat(tip("csv", split.toString())).isEqualTo(1);
    assertThat(tip("csv", folder.resolve("none.json").toString())).isEqualTo(1);
    assertThat(market.errors()).contains("there is no ");
  }
}
