package org.bulbil.bitcoin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.SimulatedDisk.Moment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulated disk is a store, and loses what a real one would lose. */
class SimulatedDiskTest extends StoreContract {

  private final SimulatedDisk disk = new SimulatedDisk();

  /** The machine ends. */
  private static final class End extends Error {
    private static final long serialVersionUID = 1;
  }

  @Override
  StoreFile file() {
    return disk.file("file");
  }

  @Test
  void aFileIsNotThereBeforeItIsMade() {
    assertThat(disk.file("other").exists()).isFalse();
    disk.file("other").open().close();
    assertThat(disk.file("other").exists()).isTrue();
    disk.lose("other");
    assertThat(disk.file("other").exists()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void aCrashKeepsTheWholeTransactionOrNothing(Moment when) {
    notes.put(note(1, "before"));
    endAt(when, 2);
    assertThatThrownBy(this::writeTwice).isInstanceOf(End.class);
    assertThatThrownBy(() -> notes.put(note(9, "by a ghost"))).hasMessageContaining("has ended");
    open();
    assertThat(notes.all())
        .extracting(Note::words)
        .isEqualTo(
            switch (when) {
              case WRITE -> List.of("before");
              case COMMIT -> List.of("first", "first");
              case COMMITTED -> List.of("second", "second");
            });
  }

  private void writeTwice() {
    for (var words : List.of("first", "second")) {
      store.write(
          () -> {
            notes.put(note(1, words));
            notes.put(note(2, words));
          });
    }
  }

  @Test
  void aCrashEndsEveryFile() {
    var other = disk.file("other").open();
    var table = other.table(NOTES, Note::id);
    endAt(Moment.COMMIT, 1);
    assertThatThrownBy(() -> notes.put(note(1, "lost"))).isInstanceOf(End.class);
    assertThatThrownBy(() -> table.put(note(1, "by a ghost"))).hasMessageContaining("has ended");
  }

  @Test
  void aFullDiskKeepsNothingAndWorksAgainLater() {
    notes.put(note(1, "kept"));
    disk.meet(
        (moment, _) -> {
          if (moment == Moment.COMMIT) {
            throw SimulatedDisk.full();
          }
        });
    assertThatThrownBy(() -> notes.put(note(1, "lost"))).isInstanceOf(StoreException.class);
    assertThat(notes.all()).containsExactly(note(1, "kept"));
    disk.meet((_, _) -> {});
    notes.put(note(2, "again"));
    open();
    assertThat(notes.all()).containsExactly(note(1, "kept"), note(2, "again"));
  }

  @Test
  void theSeedIsMadeOnceAndItsKeysStay() {
    var seed = disk.seed();
    assertThat(seed.exists()).isFalse();
    seed.create(() -> 5);
    assertThat(seed.account(Network.REGTEST)).isSameAs(disk.seed().account(Network.REGTEST));
    assertThatThrownBy(() -> seed.create(() -> 6)).hasMessageContaining("already");
  }

  /** The machine ends when {@code when} comes for the n-th time. */
  private void endAt(Moment when, int nth) {
    var left = new int[] {nth};
    disk.meet(
        (moment, _) -> {
          if (moment == when && --left[0] == 0) {
            throw new End();
          }
        });
  }
}
