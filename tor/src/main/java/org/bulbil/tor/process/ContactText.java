package org.bulbil.tor.process;

/**
 * What a relay publishes as ContactInfo.
 *
 * @param value 1 to {@value #LENGTH_MAX} characters of printable ASCII
 */
public record ContactText(String value) {

  /**
   * Our own bound. Tor has none below the 20,000 bytes of a whole descriptor (dir-spec); the
   * longest contact line seen in the public network has under 1,000.
   */
  public static final int LENGTH_MAX = 1000;

  public ContactText {
    if (value.isBlank() || value.length() > LENGTH_MAX) {
      throw new IllegalArgumentException(
          "a contact line has 1 to " + LENGTH_MAX + " characters, this has " + value.length());
    }
    if (!value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException(
          "a contact line is printable ASCII without line breaks: \""
              + value.replaceAll("[^ -~]", "?")
              + "\" (what is not is shown as ?)");
    }
  }
}
