package org.bulbil.tor.control;

/**
 * Tor's name for one circuit, for as long as it runs.
 *
 * @param value 1 to 16 letters and digits (control-spec §2.4)
 */
public record CircuitId(String value) {

  /** Stands for "tor may choose". */
  public static final CircuitId ANY = new CircuitId("0");

  public CircuitId {
    if (!value.matches("[A-Za-z0-9]{1,16}")) {
      throw new IllegalArgumentException("not the id of a circuit: \"" + value + "\"");
    }
  }
}
