package org.bulbil.cli.tip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.acinq.bitcoin.DeterministicWallet;
import fr.acinq.bitcoin.MnemonicCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.Payout;
import org.bulbil.bitcoin.psbt.Descriptor;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.Electrum;
import org.bulbil.sandbox.chain.Program;
import org.bulbil.sandbox.chain.electrum.ElectrumServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Debian's Electrum takes our PSBT, our lines and our pledge, signs them, and the chain pays. */
@Timeout(300)
class ElectrumTipIT {

  private static final String WORDS =
      "legal winner thank year wave sausage worth useful legal winner thank yellow";
  private static final DeterministicWallet.ExtendedPrivateKey ACCOUNT =
      DeterministicWallet.generate(MnemonicCode.toSeed(WORDS, "")).derivePrivateKey("m/84'/1'/0'");
  private static final String VPUB =
      DeterministicWallet.encode(DeterministicWallet.publicKey(ACCOUNT), DeterministicWallet.vpub);

  private final List<Payout> payees = SplitFiles.strangers(40, 8);

  @TempDir Path folder;
  private Market market;
  private ElectrumServer server;
  private Electrum electrum;
  private Path split;

  @BeforeAll
  static void lookForElectrum() {
    assumeThat(Program.exists("electrum"))
        .as("electrum is not installed (apt-get install electrum): no second opinion")
        .isTrue();
  }

  @BeforeEach
  void start() throws IOException, InterruptedException {
    market = new Market();
    server = ElectrumServer.start(market.chain(), Market.anyPort());
    electrum = new Electrum(folder, ACCOUNT.encode(DeterministicWallet.vprv), server.address());
    split = SplitFiles.write(folder.resolve("tip.json"), payees);
  }

  @AfterEach
  void stop() throws InterruptedException {
    electrum.stop();
    server.close();
    market.close();
  }

  private static String address(int index) {
    var script = Descriptor.parse(VPUB, Network.REGTEST).at(0, index).script();
    return Address.of(script, Network.REGTEST).toString();
  }

  private void isRich() throws IOException, InterruptedException {
    market.give(address(0), 90_000);
    market.give(address(1), 100_000);
    electrum.until(it -> it.contains("true"), "load_wallet");
    assertThat(electrum.say("getmpk")).isEqualTo(VPUB);
    electrum.until(it -> it.contains("\"confirmed\": \"0.0019\""), "getbalance");
  }

  private void assertPaid() {
    market.mine();
    assertThat(market.received(payees)).isEqualTo(payees.stream().map(Payout::amount).toList());
  }

  @Test
  void thePsbtOfItsOwnMasterKeyIsSignedAndPays() throws Exception {
    isRich();
    var made =
        market.bulbil(
            "tip", "psbt", split.toString(), "--from", VPUB, market.esplora(), "--fee-rate=2");
    assertThat(made).as(market.errors()).isZero();
    var signed = electrum.say("signtransaction", market.out().strip());
    var file = Files.writeString(folder.resolve("signed"), signed);
    assertThat(market.bulbil("tip", "check", split.toString(), file.toString()))
        .as(market.out())
        .isZero();
    electrum.say("broadcast", signed);
    assertPaid();
    // The change is its own: what is left of 190,000 sat.
    long spent = Sats.sum(payees.stream().map(Payout::amount).toList()).value();
    electrum.until(it -> confirmed(it) > 190_000 - spent - 8_000, "getbalance");
  }

  private static long confirmed(String balance) {
    var match = java.util.regex.Pattern.compile("\"confirmed\": \"([0-9.]+)\"").matcher(balance);
    return match.find()
        ? new java.math.BigDecimal(match.group(1)).movePointRight(8).longValueExact()
        : 0;
  }

  @Test
  void theLinesArePaidToMany() throws Exception {
    isRich();
    assertThat(market.bulbil("tip", "csv", split.toString())).isZero();
    var outputs =
        market
            .out()
            .lines()
            .map(line -> line.split(",", -1))
            .map(fields -> "[\"%s\", \"%s\"]".formatted(fields[0], fields[1]))
            .collect(Collectors.joining(",", "[", "]"));
    var signed = electrum.say("paytomany", outputs, "--feerate", "2");
    var file = Files.writeString(folder.resolve("signed"), signed);
    assertThat(market.bulbil("tip", "check", split.toString(), file.toString()))
        .as(market.out())
        .isZero();
    electrum.say("broadcast", signed);
    assertPaid();
  }

  /** Electrum's own parser of pay-to-many lines, without its window. */
  @Test
  void itsParserReadsTheLinesInTheirUnit() throws Exception {
    var python = Path.of("/usr/bin/python3");
    assumeThat(Files.isExecutable(python)).isTrue();
    var script = folder.resolve("lines.py");
    try (var source = ElectrumTipIT.class.getResourceAsStream("electrum_lines.py")) {
      assertThat(source).isNotNull();
      Files.copy(source, script);
    }
    for (var unit : Map.of("btc", "8", "mbtc", "5", "sat", "0").entrySet()) {
      var csv = folder.resolve("tip.csv");
      market.bulbil("tip", "csv", split.toString(), "--unit=" + unit.getKey(), "--out=" + csv);
      var read =
          Program.run(
              folder,
              Map.of(),
              Duration.ofSeconds(60),
              List.of(python.toString(), script.toString(), csv.toString(), unit.getValue()));
      assumeThat(read).as("Electrum's window needs PyQt5: " + read).doesNotContain("no PyQt5");
      assertThat(read.lines())
          .containsExactlyElementsOf(
              payees.stream()
                  .map(it -> it.address().lockingScript().hex() + " " + it.amount().value())
                  .toList());
    }
  }

  @Test
  void itsSignatureIsAPledge() throws Exception {
    isRich();
    var coin = electrum.say("listunspent");
    assertThat(coin).contains("\"value\"");
    var campaign = folder.resolve("campaign.json");
    var goal = payees.get(1).address().toString();
    assertThat(
            market.bulbil(
                "pledge",
                "create",
                "--title=A relay",
                "--sat=180000",
                "--to=" + goal,
                "--until=2999-01-01",
                "--network=regtest",
                "--out=" + campaign))
        .as(market.errors())
        .isZero();
    var pledges = Files.createDirectory(folder.resolve("pledges"));
    for (var point : points(coin)) {
      assertThat(
              market.bulbil(
                  "pledge",
                  "sign",
                  campaign.toString(),
                  "--coin",
                  point,
                  "--from",
                  VPUB,
                  market.esplora()))
          .as(market.errors())
          .isZero();
      var signed =
          Files.writeString(
              folder.resolve("signed"), electrum.say("signtransaction", market.out().strip()));
      assertThat(
              market.bulbil(
                  "pledge",
                  "sign",
                  campaign.toString(),
                  "--signed",
                  signed.toString(),
                  market.esplora(),
                  "--out",
                  pledges.resolve(point.replace(':', '-') + ".json").toString()))
          .as(market.errors())
          .isZero();
    }
    assertThat(
            market.bulbil(
                "pledge",
                "combine",
                campaign.toString(),
                pledges.toString(),
                market.esplora(),
                "--fee-rate=2",
                "--fee-most=10000",
                "--send"))
        .as(market.errors())
        .isZero();
    market.mine();
    assertThat(market.received(goal)).isEqualTo(Sats.of(180_000));
  }

  private static List<String> points(String unspent) {
    var match =
        java.util.regex.Pattern.compile(
                "\"prevout_hash\": \"([0-9a-f]{64})\",\\s+\"prevout_n\": ([0-9]+)")
            .matcher(unspent);
    return match.results().map(it -> it.group(1) + ":" + it.group(2)).toList();
  }
}
