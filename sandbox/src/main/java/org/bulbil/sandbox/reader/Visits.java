package org.bulbil.sandbox.reader;

import java.util.Locale;

/**
 * How requests by name have ended.
 *
 * @param asked requests
 * @param answered whose page came, from any address of the name
 * @param atFirst of these, from the first address that was tried
 * @param nameless where the name had no address, or the nameserver did not answer
 */
public record Visits(long asked, long answered, long atFirst, long nameless) {

  static final Visits NONE = new Visits(0, 0, 0, 0);

  Visits answeredAtFirst() {
    return new Visits(asked + 1, answered + 1, atFirst + 1, nameless);
  }

  Visits answeredLater() {
    return new Visits(asked + 1, answered + 1, atFirst, nameless);
  }

  Visits failed() {
    return new Visits(asked + 1, answered, atFirst, nameless);
  }

  Visits foundNoName() {
    return new Visits(asked + 1, answered, atFirst, nameless + 1);
  }

  /** Of a hundred requests those that were answered; 100 where there was none. */
  public double percentAnswered() {
    return asked == 0 ? 100 : 100.0 * answered / asked;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d requests by name, %d answered (%.3f %%), %d of them by the first address; %d found no"
            + " address",
        asked,
        answered,
        percentAnswered(),
        atFirst,
        nameless);
  }
}
