package org.bulbil.sandbox.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.acinq.bitcoin.DeterministicWallet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
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

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Questions while waiting; each takes about a second. */
  private static final int TRIES = 60;

  @TempDir Path home;

  private final Town town = new Town(110);
  private final RegtestChain chain = town.chain;
  private ElectrumServer server;
  private Process daemon;

  @BeforeAll
  static void lookForElectrum() {
    assumeThat(Program.exists("electrum"))
        .as("electrum is not installed (apt-get install electrum): no second opinion")
        .isTrue();
  }

  @BeforeEach
  void start() throws IOException, InterruptedException {
    server = ElectrumServer.start(chain, Town.anyPort());
    electrum("restore", Words.account().encode(DeterministicWallet.vprv), "--offline");
    daemon =
        Program.start(
            home,
            Map.of("HOME", home.toString()),
            home.resolve("daemon.log"),
            command(
                "daemon", "--oneserver", "-s", "127.0.0.1:" + server.address().getPort() + ":t"));
  }

  @AfterEach
  void stop() throws InterruptedException {
    daemon.destroy();
    if (!daemon.waitFor(20, TimeUnit.SECONDS)) {
      daemon.destroyForcibly();
    }
    server.close();
  }

  @Test
  void itSeesItsMoneyAndPays() throws Exception {
    town.pay(Words.address(0), 50_000_000);
    town.mine(1);
    until(it -> it.contains("true"), "load_wallet");
    assertThat(electrum("listaddresses")).contains(Words.address(0).text());
    until(it -> it.contains("\"confirmed\": \"0.5\""), "getbalance");

    var payee = new SandboxPurse(chain, "payee").address();
    var signed = electrum("payto", payee.text(), "0.125", "--feerate", "3");
    electrum("broadcast", signed);
    assertThat(chain.receivedBy(payee))
        .extracting(it -> it.amount())
        .containsExactly(Sats.of(12_500_000));

    town.pay(Words.address(1), 777);
    town.mine(1);
    // 0.375 less a fee of some 420 sat, and 777 sat.
    until(it -> it.contains("\"confirmed\": \"0.3750"), "getbalance");
  }

  /** Asks until the answer is right: the daemon needs time to start, and to be told. */
  private void until(Predicate<String> right, String question) throws Exception {
    var answer = "";
    for (int i = 0; i < TRIES; i++) {
      answer = tryElectrum(question);
      if (right.test(answer)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(300);
    }
    throw new AssertionError("electrum " + question + " still says " + answer);
  }

  private String tryElectrum(String question) throws IOException, InterruptedException {
    try {
      return electrum(question);
    } catch (AssertionError e) {
      return String.valueOf(e.getMessage());
    }
  }

  private String electrum(String... words) throws IOException, InterruptedException {
    return Program.run(home, Map.of("HOME", home.toString()), PATIENCE, command(words));
  }

  /** Electrum wants its options after its command. */
  private List<String> command(String... words) {
    var command = new ArrayList<>(List.of("electrum"));
    command.addAll(List.of(words));
    command.addAll(List.of("--regtest", "-D", home.resolve("electrum").toString()));
    return command;
  }
}
