package org.bulbil.sandbox.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.bitcoindevkit.Descriptor;
import org.bitcoindevkit.DescriptorSecretKey;
import org.bitcoindevkit.EsploraClient;
import org.bitcoindevkit.KeychainKind;
import org.bitcoindevkit.Mnemonic;
import org.bitcoindevkit.Network;
import org.bitcoindevkit.Persister;
import org.bitcoindevkit.TxBuilder;
import org.bitcoindevkit.Wallet;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.esplora.EsploraServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** BDK restores a seed over our Esplora server, sees its money in pages, pays, and sees a reorg. */
@Timeout(120)
class BdkIT {

  private final Town town = new Town(110);
  private final RegtestChain chain = town.chain;
  private EsploraServer server;
  private EsploraClient client;
  private Persister persister;
  private Wallet wallet;

  @BeforeAll
  static void lookForItsNativePart() {
    assumeThat(System.getProperty("os.arch"))
        .as("bdk-jvm has no native library for this machine: no second opinion")
        .isIn("amd64", "x86_64");
  }

  @BeforeEach
  void restore() throws Exception {
    server = town.esplora();
    client = new EsploraClient(server.uri().toString(), null);
    persister = Persister.Companion.newInMemory();
    var key =
        new DescriptorSecretKey(Network.REGTEST, Mnemonic.Companion.fromString(Words.TEXT), null);
    wallet =
        Bdk.wallet(
            Descriptor.Companion.newBip84(key, KeychainKind.EXTERNAL, Network.REGTEST),
            Descriptor.Companion.newBip84(key, KeychainKind.INTERNAL, Network.REGTEST),
            persister);
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  private void scan() throws Exception {
    wallet.applyUpdate(Bdk.fullScan(client, wallet.startFullScan().build()));
  }

  private void sync() throws Exception {
    wallet.applyUpdate(Bdk.sync(client, wallet.startSyncWithRevealedSpks().build()));
  }

  @Test
  void theSameWordsMakeTheSameAddresses() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(Bdk.address(wallet, i)).isEqualTo(Words.address(i).text());
    }
  }

  @Test
  void aLongHistoryIsRestoredWithItsBalance() throws Exception {
    for (int i = 0; i < 60; i++) {
      town.pay(Words.address(0), 10_000 + i);
      if (i % 7 == 0) {
        town.mine(1);
      }
    }
    town.pay(Words.address(15), 5_000);
    scan();
    assertThat(Bdk.sats(wallet.balance().getTotal()))
        .isEqualTo(IntStream.range(0, 60).map(i -> 10_000 + i).sum() + 5_000L);
  }

  @Test
  void aPaymentOfItsArrivesAndSurvivesAReorganisation() throws Exception {
    town.pay(Words.address(0), 1_000_000);
    town.mine(1);
    scan();
    var payee = new SandboxPurse(chain, "payee").address();
    var script = new org.bitcoindevkit.Address(payee.text(), Network.REGTEST).scriptPubkey();
    var psbt =
        new TxBuilder()
            .addRecipient(script, Bdk.amount(300_000))
            .feeRate(Bdk.feeRate(4))
            .finish(wallet);
    assertThat(wallet.sign(psbt, null)).isTrue();
    client.broadcast(psbt.extractTx());
    assertThat(chain.receivedBy(payee))
        .extracting(it -> it.amount())
        .isEqualTo(List.of(Sats.of(300_000)));
    town.mine(1);
    sync();
    long confirmed = Bdk.sats(wallet.balance().getConfirmed());
    assertThat(confirmed).isBetween(699_000L, 699_999L);
    chain.reorganise(1, town.faucet.address().script());
    sync();
    assertThat(Bdk.sats(wallet.balance().getConfirmed())).as("its change waits again").isZero();
    town.mine(1);
    sync();
    assertThat(Bdk.sats(wallet.balance().getConfirmed())).isEqualTo(confirmed);
  }
}
