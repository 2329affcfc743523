package org.bulbil.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bulbil.bitcoin.wallet.IdentityException;
import org.bulbil.core.testing.MemoryFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay has one wallet for life: what an earlier start has left behind decides the next. */
class HouseholdTest {

  @TempDir(factory = MemoryFolder.class)
  Path home;

  @Test
  void aJournalWithoutASeedStopsTheStartAndMakesNoSeed() throws IOException {
    new TestingLife(Disk.at(home), 14).close();
    for (var lost : new String[] {"seed", "wallet.db", "wallet.db-wal", "wallet.db-shm"}) {
      Files.deleteIfExists(home.resolve(lost));
    }
    assertThatThrownBy(() -> new TestingLife(Disk.at(home), 14))
        .isInstanceOf(IdentityException.class)
        .hasMessageContainingAll("journal.db is there", "Put the seed back");
    assertThat(home.resolve("seed")).doesNotExist();
  }

  @Test
  void aFirstStartThatWasCutOffBeforeItsJournalGoesOnWithItsWallet() throws IOException {
    var first = new TestingLife(Disk.at(home), 14);
    var address = first.address();
    first.close();
    Files.delete(home.resolve("journal.db"));
    try (var second = new TestingLife(Disk.at(home), 14)) {
      assertThat(second.address()).isEqualTo(address);
    }
  }
}
