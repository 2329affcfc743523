package org.bulbil.atlas.ingest;

import java.io.IOException;

/** A document that breaks a rule as a whole, so that nothing of it is taken. */
final class BadDocument extends IOException {

  private static final long serialVersionUID = 1;

  /**
   * @param rule that it breaks, as the end of a sentence that begins with its name
   */
  BadDocument(String rule) {
    super(rule);
  }
}
