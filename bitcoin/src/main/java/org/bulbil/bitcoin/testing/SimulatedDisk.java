package org.bulbil.bitcoin.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bulbil.bitcoin.keys.Seed;
import org.bulbil.bitcoin.store.Store;
import org.bulbil.bitcoin.store.StoreException;
import org.bulbil.bitcoin.store.StoreFile;

/**
 * A disk in memory that keeps what was committed, and on which the machine can stop, or the disk be
 * full, at every write. Whoever opens a file again finds what was committed; the former opening is
 * over, as after the end of a process.
 */
public final class SimulatedDisk {

  /** When something can happen. */
  public enum Moment {
    /** Before a row is written; rows of the same transaction may have been. */
    WRITE,
    /** Before a transaction is made durable. */
    COMMIT,
    /** After that, and before anybody knows. */
    COMMITTED
  }

  /**
   * Told of every moment; what it throws happens. An {@link Error} is the end of the machine: every
   * open file is as it was last committed, and unusable until it is opened again. {@link #full} is
   * a disk without room; not after {@link Moment#COMMITTED}.
   */
  public interface Fate {
    void at(Moment moment, String file);
  }

  private final Map<String, SimulatedFile> files = new HashMap<>();
  private final SimulatedSeed seed = new SimulatedSeed(this);
  private Fate fate = (_, _) -> {};
  private boolean syncsLater;

  /** From now on {@code fate} decides. */
  public void meet(Fate fate) {
    this.fate = fate;
  }

  /** From now on the disk lies: what is committed survives a crash only after {@link #sync}. */
  public void syncLater() {
    syncsLater = true;
  }

  /** What was committed is durable now. */
  public void sync() {
    files.values().forEach(SimulatedFile::sync);
  }

  /** What a disk without room says. */
  public static StoreException full() {
    return new StoreException("database or disk is full");
  }

  /** The file of this name, whether it was ever opened or not. */
  public StoreFile file(String name) {
    return files.computeIfAbsent(name, it -> new SimulatedFile(this, it));
  }

  public Seed seed() {
    return seed;
  }

  /** Loses a file, as a careless person does. */
  public void lose(String file) {
    Optional.ofNullable(files.remove(file)).ifPresent(SimulatedFile::crash);
  }

  /** Loses the seed. */
  public void loseSeed() {
    seed.lose();
  }

  /** Ends the machine between two writes: what was not committed is gone. */
  public void crash() {
    files.values().forEach(SimulatedFile::crash);
  }

  void reach(Moment moment, String file) {
    try {
      fate.at(moment, file);
    } catch (Error end) {
      crash();
      throw end;
    }
  }

  /** One file: its rows, and the store that has it open. */
  private static final class SimulatedFile implements StoreFile {
    private final SimulatedDisk disk;
    private final String name;
    private final MemoryMedium.Rows rows = new MemoryMedium.Rows();
    private MemoryMedium open = MemoryMedium.closed();
    private boolean exists;

    SimulatedFile(SimulatedDisk disk, String name) {
      this.disk = disk;
      this.name = name;
    }

    @Override
    public boolean exists() {
      return exists;
    }

    @Override
    public Store open() {
      crash();
      open = new MemoryMedium(rows, moment -> disk.reach(moment, name), () -> disk.syncsLater);
      exists = true;
      return new Store(open);
    }

    void crash() {
      open.end();
    }

    void sync() {
      open.sync();
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
