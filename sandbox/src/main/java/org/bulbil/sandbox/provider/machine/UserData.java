package org.bulbil.sandbox.provider.machine;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * What a server runs when it boots: a script, or nothing. Like cloud-init, a server runs only what
 * begins with {@code #!}; whatever else it is given, the server comes up and does nothing, which is
 * how a wrong encoding shows at a real provider.
 */
public sealed interface UserData {

  /** A script whose first line is {@code #!} and an interpreter's absolute path. */
  record Script(String text) implements UserData {

    /** The interpreter and, as Linux has it, at most one argument. */
    List<String> interpreter() {
      var line = text.lines().findFirst().orElseThrow().substring(2).strip();
      return List.of(line.split("\\s+", 2));
    }
  }

  /** Nothing to run, and the reason, for the console. */
  record Nothing(String why) implements UserData {}

  static UserData none() {
    return new Nothing("the launch had no user data");
  }

  /** User data that was sent as it is. */
  static UserData plain(String text) {
    return text.startsWith("#!/")
        ? new Script(text)
        : new Nothing("the user data does not begin with #!/, so nothing runs");
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
