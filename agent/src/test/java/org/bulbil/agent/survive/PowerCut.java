package org.bulbil.agent.survive;

/** The machine stops here; nothing after it runs. */
final class PowerCut extends Error {

  private static final long serialVersionUID = 1L;

  private final String where;

  PowerCut(String where) {
    super("the machine stops " + where, null, false, false);
    this.where = where;
  }

  String where() {
    return where;
  }
}
