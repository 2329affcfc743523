package org.bulbil.atlas.query;

/** A parameter breaks a rule of the protocol; the message names parameter and rule. */
final class BadParameter extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  /** Characters of a value that are repeated to whoever sent it. */
  private static final int SHOWN = 60;

  BadParameter(String name, String rule, String value) {
    super("%s must be %s, not \"%s\"".formatted(name, rule, shown(value)));
  }

  BadParameter(String message) {
    super(message);
  }

  private static String shown(String value) {
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }
}
