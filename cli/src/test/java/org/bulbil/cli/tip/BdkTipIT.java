package org.bulbil.cli.tip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bitcoindevkit.Descriptor;
import org.bitcoindevkit.DescriptorSecretKey;
import org.bitcoindevkit.EsploraClient;
import org.bitcoindevkit.KeychainKind;
import org.bitcoindevkit.Mnemonic;
import org.bitcoindevkit.Network;
import org.bitcoindevkit.Persister;
import org.bitcoindevkit.Psbt;
import org.bulbil.bitcoin.Payout;
import org.bulbil.sandbox.chain.Bdk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** BDK, which has nothing in common with us but the standards, signs our PSBTs of every kind. */
class BdkTipIT {

  private static final String WORDS =
      "legal winner thank year wave sausage worth useful legal winner thank yellow";

  @TempDir Path folder;

  @BeforeAll
  static void lookForItsNativePart() {
    assumeThat(System.getProperty("os.arch"))
        .as("bdk-jvm has no native library for this machine: no second opinion")
        .isIn("amd64", "x86_64");
  }

  /** A kind of wallet: its descriptors, receiving and change. */
  record Kind(String name, Descriptor receive, Descriptor change) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() throws Exception {
    var key = new DescriptorSecretKey(Network.REGTEST, Mnemonic.Companion.fromString(WORDS), null);
    var in = KeychainKind.EXTERNAL;
    var back = KeychainKind.INTERNAL;
    var net = Network.REGTEST;
    var of = Descriptor.Companion;
    return Stream.of(
        new Kind("pkh", of.newBip44(key, in, net), of.newBip44(key, back, net)),
        new Kind("sh(wpkh)", of.newBip49(key, in, net), of.newBip49(key, back, net)),
        new Kind("wpkh", of.newBip84(key, in, net), of.newBip84(key, back, net)),
        new Kind("tr", of.newBip86(key, in, net), of.newBip86(key, back, net)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void bdkSignsOurPsbtAndTheChainPaysTheSplit(Kind kind) throws Exception {
    try (var market = new Market();
        var client = new EsploraClient(market.server().uri().toString(), null)) {
      var wallet = Bdk.wallet(kind.receive(), kind.change(), Persister.Companion.newInMemory());
      market.give(Bdk.address(wallet, 0), 70_000);
      market.give(Bdk.address(wallet, 2), 80_000);
      var payees = SplitFiles.strangers(32, 4);
      var split = SplitFiles.write(folder.resolve("tip.json"), payees);
      assertThat(
              market.bulbil(
                  "tip",
                  "psbt",
                  split.toString(),
                  "--from",
                  kind.receive().toString(),
                  "--from",
                  kind.change().toString(),
                  market.esplora(),
                  "--fee-rate=2"))
          .as(market.errors())
          .isZero();

      wallet.applyUpdate(Bdk.fullScan(client, wallet.startFullScan().build()));
      var psbt = new Psbt(market.out().strip());
      assertThat(wallet.sign(psbt, null)).as("complete").isTrue();
      var signed = Files.writeString(folder.resolve("signed"), psbt.serialize());
      assertThat(market.bulbil("tip", "check", split.toString(), signed.toString())).isZero();
      client.broadcast(psbt.extractTx());
      market.mine();
      assertThat(market.received(payees)).isEqualTo(payees.stream().map(Payout::amount).toList());
      wallet.applyUpdate(Bdk.fullScan(client, wallet.startFullScan().build()));
      assertThat(Bdk.sats(wallet.balance().getTotal())).as("change came back").isPositive();
    }
  }
}
