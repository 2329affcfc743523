package org.bulbil.cli.atlas;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What sources of a map say, as lines on standard error. */
public final class IngestLog {

  /** Kept, since a logger that nobody holds forgets its level. */
  private static final Logger INGEST = Logger.getLogger("org.bulbil.atlas.ingest");

  private IngestLog() {}

  /** Leaves out all but mistakes of this program, where the same is told in another way. */
  public static void onlyMistakes() {
    INGEST.setLevel(Level.SEVERE);
  }
}
