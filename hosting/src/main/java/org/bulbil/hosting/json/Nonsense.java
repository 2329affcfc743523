package org.bulbil.hosting.sporestack;

/** An answer that can't be true. Its message names the field, never its content. */
final class Nonsense extends RuntimeException {

  Nonsense(String what) {
    super(what);
  }
}
