package org.bulbil.atlas.store;

/** The store cannot be read or written: a broken disk, a lost database, another program's file. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  public StoreException(String message) {
    super(message);
  }
}
