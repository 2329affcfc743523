package org.bulbil.cli.verify;

import java.util.Locale;

/** An answer to a question that has one, or that cannot be answered now. */
enum Answer {
  YES(0),
  NO(1),
  /** What would show it is not to be had now; neither yes nor no. */
  UNKNOWN(3);

  private final int exitCode;

  Answer(int exitCode) {
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
