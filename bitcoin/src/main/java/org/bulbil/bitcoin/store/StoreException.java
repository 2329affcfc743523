package org.bulbil.bitcoin.store;

import java.sql.SQLException;

/** A database that cannot be read or written: a broken or full disk, a damaged file, or a bug. */
public final class StoreException extends RuntimeException {

  public StoreException(String message) {
    super(message);
  }

  StoreException(String message, SQLException cause) {
    super(message, cause);
  }
}
