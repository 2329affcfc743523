package org.bulbil.bitcoin.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Words;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Electrum's own transactions and keys find our signatures good: its code and ours have nothing in
 * common but the standard.
 */
class ElectrumBip322Test {

  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final Path ELECTRUM = Path.of("/usr/lib/python3/dist-packages/electrum");

  private static final int SECONDS_MAX = 60;

  @TempDir static Path folder;
  private static Path script;

  @BeforeAll
  static void find() throws IOException {
    assumeTrue(
        Files.isExecutable(PYTHON) && Files.isDirectory(ELECTRUM),
        "Electrum is absent: apt-get install python3-electrum");
    script = folder.resolve("electrum_bip322.py");
    try (var source = ElectrumBip322Test.class.getResourceAsStream("electrum_bip322.py")) {
      assertThat(source).isNotNull();
      Files.copy(source, script);
    }
  }

  private static String electrum(String... arguments) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(PYTHON.toString(), script.toString());
    builder.command().addAll(java.util.List.of(arguments));
    var process = builder.redirectErrorStream(true).start();
    try (var out = process.getInputStream()) {
      var said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
      return said.strip();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void electrumFindsOurSignaturesGood() throws Exception {
    for (long seed = 1; seed <= 3; seed++) {
      var signer = MessageSigner.of(Account.of(Words.draw(new Random(seed)), Network.REGTEST));
      var address = signer.address().toString();
      var message = "Gifts to " + address + " are for the Tor relay number " + seed;
      var signature = signer.sign(message).value();
      assertThat(electrum(address, message, signature)).isEqualTo("good");
      assertThat(electrum(address, message + ".", signature)).isEqualTo("bad");
    }
  }
}
