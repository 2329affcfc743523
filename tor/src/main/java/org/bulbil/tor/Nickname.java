package org.bulbil.tor;

import java.util.regex.Pattern;
import org.bulbil.core.lease.Hostname;

/**
 * The name that a relay gives itself; nothing keeps others from using the same.
 *
 * @param value 1 to 19 letters and digits (dir-spec "nickname")
 */
public record Nickname(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,19}");

  public Nickname {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a nickname is 1 to 19 letters and digits, not \"" + value + "\"");
    }
  }

  public static Nickname of(Hostname hostname) {
    return new Nickname(hostname.value());
  }

  @Override
  public String toString() {
    return value;
  }
}
