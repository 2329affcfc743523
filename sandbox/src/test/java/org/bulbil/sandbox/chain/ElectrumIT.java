package org.bulbil.sandbox.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.acinq.bitcoin.DeterministicWallet;
import java.io.IOException;
import java.nio.file.Path;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.electrum.ElectrumServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Debian's Electrum restores a seed over our Electrum server, sees its money, and pays with it. */
@Timeout(240)
class ElectrumIT {

  @TempDir Path home;

  private final Town town = new Town(110);
  private final RegtestChain chain = town.chain;
  private ElectrumServer server;
  private Electrum electrum;

  @BeforeAll
  static void lookForElectrum() {
    assumeThat(Program.exists("electrum"))
        .as("electrum is not installed (apt-get install electrum): no second opinion")
        .isTrue();
  }

  @BeforeEach
  void start() throws IOException, InterruptedException {
    server = ElectrumServer.start(chain, Town.anyPort());
    electrum =
        new Electrum(home, Words.account().encode(DeterministicWallet.vprv), server.address());
  }

  @AfterEach
  void stop() throws InterruptedException {
    electrum.stop();
    server.close();
  }

  @Test
  void itSeesItsMoneyAndPays() throws Exception {
    town.pay(Words.address(0), 50_000_000);
    town.mine(1);
    electrum.until(it -> it.contains("true"), "load_wallet");
    assertThat(electrum.say("listaddresses")).contains(Words.address(0).text());
    electrum.until(it -> it.contains("\"confirmed\": \"0.5\""), "getbalance");

    var payee = new SandboxPurse(chain, "payee").address();
    var signed = electrum.say("payto", payee.text(), "0.125", "--feerate", "3");
    electrum.say("broadcast", signed);
    assertThat(chain.receivedBy(payee))
        .extracting(it -> it.amount())
        .containsExactly(Sats.of(12_500_000));

    town.pay(Words.address(1), 777);
    town.mine(1);
    // 0.375 less a fee of some 420 sat, and 777 sat.
    electrum.until(it -> it.contains("\"confirmed\": \"0.3750"), "getbalance");
  }
}
