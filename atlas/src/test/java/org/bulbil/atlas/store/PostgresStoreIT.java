package org.bulbil.atlas.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.testing.SimulatedTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresStoreIT extends StoreContract {

  @TempDir static Path folder;
  private static TestingPostgres server;

  private String database = "";

  @BeforeAll
  static void start() throws Exception {
    server = TestingPostgres.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.stop();
    }
  }

  @BeforeEach
  void makeDatabase() throws Exception {
    database = server.newDatabase();
  }

  @Override
  String place() {
    return "postgresql://map@127.0.0.1:" + server.port() + "/" + database;
  }

  @Override
  String jdbc() {
    return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database + "?user=map";
  }

  @Test
  void anUnreachableServerIsNamedWithoutThePassword() {
    var place = "jdbc:postgresql://map:secret@127.0.0.1:1/atlas";
    assertThatThrownBy(() -> SqlStore.open(place, Chain.MAINNET, new SimulatedTime()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("127.0.0.1")
        .hasMessageNotContaining("secret");
  }
}
