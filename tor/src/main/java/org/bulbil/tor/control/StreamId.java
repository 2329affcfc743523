package org.bulbil.tor.control;

/**
 * Tor's name for one stream, for as long as it runs.
 *
 * @param value 1 to 16 letters and digits (control-spec §2.4)
 */
public record StreamId(String value) {

  public StreamId {
    if (!value.matches("[A-Za-z0-9]{1,16}")) {
      throw new IllegalArgumentException("not the id of a stream: \"" + value + "\"");
    }
  }
}
