package org.bulbil.atlas.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.testing.MemoryFolder;
import org.bulbil.core.testing.SimulatedTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  @Override
  String place() {
    return folder.resolve("atlas.db").toString();
  }

  @Override
  String jdbc() {
    return "jdbc:sqlite:" + place();
  }

  @Test
  void refusesAFileThatIsNoDatabaseAndLeavesIt() throws Exception {
    var letter = Files.writeString(folder.resolve("letter.txt"), "Dear friend, ".repeat(200));
    assertThatThrownBy(() -> SqlStore.open(letter.toString(), Chain.MAINNET, new SimulatedTime()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("letter.txt")
        .hasMessageContaining("not a database");
    assertThat(letter).content().startsWith("Dear friend, Dear");
  }
}
