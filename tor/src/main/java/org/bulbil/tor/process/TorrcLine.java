package org.bulbil.tor.process;

/**
 * One line of a torrc: an option and its value, with nothing in it that could begin a second line.
 *
 * @param text printable ASCII, an option's name first
 */
public record TorrcLine(String text) {

  public TorrcLine {
    if (!text.matches("[A-Za-z_][A-Za-z0-9_]*( [ -~]*)?")) {
      throw new IllegalArgumentException(
          "a line of a torrc is one option and its value in printable ASCII without a line break,"
              + " not \""
              + text.replaceAll("[^ -~]", "?")
              + "\"");
    }
  }

  static TorrcLine of(String option, Object value) {
    return new TorrcLine(option + " " + value);
  }

  /** Whatever {@code value} holds: quotes, backslashes and # mean themselves. */
  static TorrcLine quoted(String option, String value) {
    return of(option, '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
  }
}
