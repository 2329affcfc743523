package org.bulbil.bitcoin.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.SeedFile;
import org.bulbil.bitcoin.store.SqliteFile;
import org.bulbil.bitcoin.testing.TestingChain;
import org.bulbil.bitcoin.testing.TestingTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay has one wallet for life: no start ever makes a second one beside its traces. */
class WalletIdentityTest {

  @TempDir private Path folder;
  private final TestingTime time = new TestingTime();
  private final TestingChain chain = new TestingChain(time);
  private final Random dice = new Random(5);
  private WalletSettings settings;
  private Path seedFile;

  @BeforeEach
  void choose() {
    seedFile = folder.resolve("seed");
    settings =
        WalletSettings.in(folder, Network.REGTEST)
            .withTraces(new SqliteFile(folder.resolve("journal.db")));
  }

  @Test
  void theSeedIsMadeOnceAndForItsOwnerAlone() throws IOException {
    var first = start();
    assertThat(start()).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(seedFile)))
        .isEqualTo("rw-------");
    assertThat(folder.resolve("seed.new")).doesNotExist();
  }

  @Test
  void aDatabaseWithoutItsSeedIsNotGivenAnother() throws IOException {
    start();
    Files.delete(seedFile);
    assertThatThrownBy(this::start)
        .isInstanceOf(IdentityException.class)
        .hasMessageContaining("wallet.db")
        .hasMessageContaining("Put the seed back");
    assertThat(seedFile).doesNotExist();
  }

  @Test
  void aJournalWithoutASeedIsATraceToo() throws IOException {
    Files.writeString(folder.resolve("journal.db"), "");
    assertThatThrownBy(this::start).hasMessageContaining("journal.db");
  }

  @Test
  void anotherSeedThanTheDatabasesIsRefused() throws IOException {
    start();
    Files.delete(seedFile);
    new SeedFile(seedFile).create(new Random(99));
    assertThatThrownBy(this::start)
        .isInstanceOf(IdentityException.class)
        .hasMessageContaining("fingerprint");
  }

  @Test
  void anotherNetworkThanTheDatabasesIsRefused() {
    start();
    var elsewhere =
        new WalletSettings(
            Network.SIGNET, settings.seed(), settings.database(), settings.birthday(), List.of());
    assertThatThrownBy(() -> start(elsewhere)).hasMessageContaining("regtest");
  }

  @Test
  void aSeedWithoutADatabaseIsTheSameWallet() throws IOException {
    var address = start();
    Files.delete(folder.resolve("wallet.db"));
    assertThat(start()).isEqualTo(address);
  }

  @Test
  void aSeedThatOthersMayReadIsRefused() throws IOException {
    start();
    Files.setPosixFilePermissions(seedFile, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(this::start).hasMessageContaining("chmod 600");
  }

  @Test
  void aSeedFileIsNeverOverwritten() throws IOException {
    start();
    var words = Files.readString(seedFile);
    assertThatThrownBy(() -> new SeedFile(seedFile).create(dice))
        .isInstanceOf(java.io.UncheckedIOException.class)
        .hasMessageContaining("seed");
    assertThat(Files.readString(seedFile)).isEqualTo(words);
  }

  @Test
  void aCrashWhileTheSeedWasWrittenLeavesNoWallet() throws IOException {
    Files.writeString(folder.resolve("seed.new"), "abandon aban");
    assertThat(start()).isEqualTo(start());
  }

  private Address start() {
    return start(settings);
  }

  private Address start(WalletSettings settings) {
    try (var wallet = Wallet.open(settings, List.of(chain.source("only")), time, dice)) {
      return wallet.receiveAddress();
    }
  }
}
