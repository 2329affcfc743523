package org.bulbil.atlas.history;

import java.util.Locale;

/** The documents of histories that the protocol knows, each of several series. */
public enum Chronicle {
  /** {@code read_history} and {@code write_history}, in bytes a second. */
  BANDWIDTH,
  /** {@code consensus_weight} with its fraction, and three probabilities. */
  WEIGHTS,
  /** {@code uptime}, 0 to 1, and that of each flag. */
  UPTIME,
  /** {@code average_clients}, of bridges only. */
  CLIENTS;

  /** Its path and file name in the protocol: {@code bandwidth}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
