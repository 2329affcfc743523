package org.bulbil.hosting.json;

/** An answer that can't be true. Its message names the field, never its content. */
public final class Nonsense extends RuntimeException {

  public Nonsense(String what) {
    super(what);
  }
}
