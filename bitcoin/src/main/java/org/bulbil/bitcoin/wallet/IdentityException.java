package org.bulbil.bitcoin.wallet;

/** A start that must not go on: the seed and the database do not belong together. */
public final class IdentityException extends RuntimeException {

  IdentityException(String message) {
    super(message);
  }
}
