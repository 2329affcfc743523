package org.bulbil.sandbox.chain.esplora;

/** A request that makes no sense; its message is the answer, with status 400. */
final class BadRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadRequest(String message) {
    super(message);
  }
}
