package org.bulbil.cli.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bulbil.agent.copy.SealedCopy;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.SandboxPurse;
import org.bulbil.sandbox.chain.esplora.EsploraServer;
import org.bulbil.sandbox.chain.esplora.Faults;
import org.bulbil.tor.seal.ReaderKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A dead relay's purse comes back by its words, and by nothing less. */
class RecoverTest {

  private static final Words WORDS = Words.draw(new Random(20261122));
  private static final Account DEAD = Account.of(WORDS, Network.REGTEST);
  private static final long GIFT = 20_000;
  private static final long CHANGE = 7_000;
  private static final Duration BLOCK = Duration.ofMinutes(10);

  private final TestingTime time = new TestingTime();
  private final RegtestChain chain = new RegtestChain(time);
  private final SandboxPurse faucet = new SandboxPurse(chain, "faucet");
  private final SandboxPurse rescued = new SandboxPurse(chain, "rescued");
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @TempDir Path folder;
  private EsploraServer server;

  @BeforeEach
  void aRelayDied() throws IOException {
    chain.premine(110, faucet.address().script(), BLOCK);
    give(Branch.RECEIVE, GIFT);
    give(Branch.CHANGE, CHANGE);
    mine();
    var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = EsploraServer.start(chain, anyPort, new Faults(new Random(3), time), faucet);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void give(Branch branch, long sats) {
    var to = Address.parse(DEAD.address(branch).toString());
    assertThat(faucet.pay(to, Sats.of(sats), FeeRate.ofSatPerVb(2)).answer()).isPresent();
  }

  private void mine() {
    time.pause(BLOCK);
    chain.mine(1, faucet.address().script());
  }

  /** The exit code of {@code bulbil wallet} with these words typed. */
  private int wallet(String typed, String... arguments) {
    var before = System.in;
    System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    try {
      return new CommandLine(new WalletCommand())
          .registerConverter(Duration.class, org.bulbil.cli.console.Spans::parse)
          .setOut(new PrintWriter(out, true))
          .setErr(new PrintWriter(errors, true))
          .setExecutionExceptionHandler(
              (failure, command, _) -> {
                command.getErr().println(failure.getMessage());
                return 1;
              })
          .execute(arguments);
    } finally {
      System.setIn(before);
    }
  }

  private int recover(String typed, String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "recover",
                "--network=regtest",
                "--to=" + rescued.address().text(),
                "--esplora=" + server.uri()));
    arguments.addAll(List.of(more));
    return wallet(typed, arguments.toArray(String[]::new));
  }

  private long rescuedSats() {
    return rescued.balance().value();
  }

  @Test
  void bothOfItsAddressesAreSweptToTheLastSatoshi() {
    assertThat(recover(WORDS.reveal(), "--yes", "--json")).as(errors.toString()).isZero();
    mine();
    assertThat(rescuedSats()).isBetween(GIFT + CHANGE - 1_000, GIFT + CHANGE - 1);
    assertThat(out.toString())
        .contains(
            "\"found_sat\":27000", "\"amount_sat\":" + rescuedSats(), "\"state\":\"broadcast");
    assertThat(out.toString() + errors).doesNotContain(WORDS.reveal());
  }

  @Test
  void aDryRunOnlySaysWhatItWouldDo() {
    assertThat(recover(WORDS.reveal(), "--dry-run")).isZero();
    assertThat(out.toString()).contains("27000 sat in 2 coins", rescued.address().text());
    mine();
    assertThat(rescuedSats()).isZero();
  }

  @Test
  void withoutYesAndWithoutATerminalNothingIsSent() {
    assertThat(recover(WORDS.reveal())).isEqualTo(1);
    assertThat(errors.toString()).contains("add --yes");
    mine();
    assertThat(rescuedSats()).isZero();
  }

  @Test
  void nothingOfItStaysOnTheDisk() throws IOException {
    var temporary = Path.of(System.getProperty("java.io.tmpdir"));
    recover(WORDS.reveal(), "--dry-run");
    try (var left = Files.list(temporary)) {
      assertThat(left.filter(it -> it.getFileName().toString().startsWith("bulbil-recover")))
          .isEmpty();
    }
  }

  @Test
  void wrongWordsAreToldTheirRuleAndNotRepeated() {
    var words = WORDS.reveal().split(" ", -1);
    assertThat(recover(String.join(" ", List.of(words).subList(0, 11)))).isEqualTo(2);
    assertThat(errors.toString()).contains("12, 15, 18, 21 or 24 words, not 11");
    words[2] = "bulbil";
    assertThat(recover(String.join(" ", words))).isEqualTo(2);
    assertThat(errors.toString()).contains("word 3 is not in the English list");
    words[2] = words[2 + 1];
    assertThat(recover(String.join(" ", words))).isEqualTo(2);
    assertThat(errors.toString()).contains("its checksum is wrong").doesNotContain(words[0] + " ");
  }

  @Test
  void aDeniedOrForeignAddressIsRefusedBeforeAnythingIsAsked() {
    var lost = "1PFH8NPWu2g6TdRQsirTPGpbnPBhkzQMvM";
    assertThat(wallet(WORDS.reveal(), "recover", "--to=" + lost)).isEqualTo(2);
    assertThat(errors.toString()).contains("NoiseTor is denied", "key is believed lost");
    assertThat(wallet(WORDS.reveal(), "recover", "--to=" + rescued.address().text())).isEqualTo(2);
    assertThat(errors.toString()).contains("is not an address");
    assertThat(wallet("", "recover", "--network=mainet", "--to=x")).isEqualTo(2);
    assertThat(errors.toString()).contains("'mainet' is not a Bitcoin network");
  }

  @Test
  void anEmptyWalletAndASilentServerAreToldApart() {
    var other = Words.draw(new Random(1)).reveal();
    assertThat(recover(other, "--yes")).isEqualTo(1);
    assertThat(errors.toString()).contains("there is nothing at bcrt1");
    server.close();
    assertThat(recover(WORDS.reveal(), "--yes")).isEqualTo(1);
    assertThat(errors.toString()).contains("no chain server can be read", "--esplora");
  }

  @Test
  void aSealedCopyIsOpenedByItsKeyAloneAndRecoversThePurse() throws IOException {
    var file = folder.resolve("copy.key");
    assertThat(wallet("", "key", file.toString())).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    var reader = new ReaderKey(out.toString().strip());
    var address = DEAD.address(Branch.RECEIVE).toString();
    var shown = SealedCopy.of(WORDS, address, reader, new Random(5)).text();
    assertThat(shown).doesNotContain(WORDS.reveal()).hasSizeLessThan(SealedCopy.LENGTH_MAX);

    out.getBuffer().setLength(0);
    assertThat(wallet(shown, "open", file.toString())).as(errors.toString()).isZero();
    assertThat(recover(out.toString(), "--yes")).as(errors.toString()).isZero();
    mine();
    assertThat(rescuedSats()).isPositive();

    var other = folder.resolve("other.key");
    wallet("", "key", other.toString());
    assertThat(wallet(shown, "open", other.toString())).isEqualTo(1);
    assertThat(errors.toString()).contains("it does not open");
    assertThat(wallet("", "key", file.toString())).isEqualTo(1);
    assertThat(errors.toString()).contains("is there already and stays as it is");
  }
}
