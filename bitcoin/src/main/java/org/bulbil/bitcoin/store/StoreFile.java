package org.bulbil.bitcoin.store;

/** Where a store is kept, whether it is there or not yet; {@code toString} names it for people. */
public interface StoreFile {

  /** Whether an earlier start has made it. */
  boolean exists();

  /**
   * Opens it, making it where it is missing.
   *
   * @throws StoreException where it is none of ours, of a newer program, or cannot be written
   */
  Store open();
}
