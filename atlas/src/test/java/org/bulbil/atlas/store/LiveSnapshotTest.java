package org.bulbil.atlas.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.testing.MemoryFolder;
import org.bulbil.core.testing.SimulatedTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newest snapshot comes whole, and the former one stays while there is none. */
class LiveSnapshotTest {

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  private final SimulatedTime time = new SimulatedTime();

  private Store open() {
    return SqlStore.open(folder.resolve("atlas.db").toString(), Chain.MAINNET, time);
  }

  @Test
  void followsAStoreThatAnotherProcessWrites() {
    try (var ours = open();
        var theirs = open()) {
      var live = new LiveSnapshot(ours, time);
      assertThat(live.get().number()).isZero();
      try (var update = theirs.update()) {
        update.relays(Instant.EPOCH, StoreContract.relays(2));
        update.publish();
      }
      assertThat(live.get().relays()).isEmpty();
      live.refresh();
      assertThat(live.get().relays()).hasSize(2);
      var same = live.get();
      live.refresh();
      assertThat(live.get()).isSameAs(same);
    }
  }

  @Test
  void keepsTheFormerOneWhileTheStoreFailsAndSaysSo() {
    var store = open();
    try (var update = store.update()) {
      update.relays(Instant.EPOCH, StoreContract.relays(2));
      update.publish();
    }
    var live = new LiveSnapshot(store, time);
    var read = time.now();
    store.close();
    time.pause(Duration.ofMinutes(5));
    live.refresh();
    live.refresh();
    assertThat(live.get().relays()).hasSize(2);
    var health = live.get().sources().getLast();
    assertThat(health.name()).isEqualTo(LiveSnapshot.STORE);
    assertThat(health.succeeded()).hasValue(read);
    assertThat(health.failed()).hasValue(read.plus(Duration.ofMinutes(5)));
    assertThat(health.words()).isPresent();
  }

  @Test
  void aStoreThatFailsFromTheBeginningIsAnError() {
    var store = open();
    store.close();
    assertThatThrownBy(() -> new LiveSnapshot(store, time)).isInstanceOf(StoreException.class);
  }
}
