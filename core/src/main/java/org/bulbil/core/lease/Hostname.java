package org.bulbil.core.lease;

import java.util.regex.Pattern;

/**
 * The unique name of a server that we order: the key by which an order whose answer was lost is
 * found again. It also makes the relay's nickname.
 *
 * @param value 1 to 19 letters and digits: what Tor allows as a nickname (tor-spec, dir-spec
 *     §"nickname")
 */
public record Hostname(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,19}");

  public Hostname {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a hostname must be 1 to 19 letters and digits, as Tor nicknames are: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
