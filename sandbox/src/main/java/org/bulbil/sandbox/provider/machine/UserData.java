package org.bulbil.sandbox.provider.machine;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What a new server runs at its first boot: a script, or nothing. Like cloud-init, a server runs
 * only what begins with {@code #!}; whatever else it is given, the server comes up and does
 * nothing, which is how a wrong encoding shows at a real provider.
 */
public sealed interface UserData {

  /** A script, begun by {@code #!} and its interpreter. */
  record Script(String text) implements UserData {}

  /** Nothing to run, and the reason, for the console. */
  record Nothing(String why) implements UserData {}

  static UserData none() {
    return new Nothing("the launch had no user data");
  }

  /** User data that was sent as it is. */
  static UserData plain(String text) {
    return text.startsWith("#!")
        ? new Script(text)
        : new Nothing("the user data does not begin with #!, so nothing runs");
  }

  /** User data that was sent in base64 (RFC 4648 §4); a line break at its end is ignored. */
  static UserData base64(String text) {
    try {
      return plain(new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return new Nothing("the user data is not base64, so nothing runs");
    }
  }
}
