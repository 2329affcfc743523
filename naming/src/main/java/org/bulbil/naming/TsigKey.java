package org.bulbil.naming;

import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The secret that whoever may change a name shares with its server (TSIG, RFC 8945). Whoever has it
 * may point the name wherever he likes; it is never shown.
 *
 * @param name by which the server knows it: labels of letters, digits, hyphens and underscores
 * @param secret 16 to 512 bytes, in base64
 */
public record TsigKey(String name, Algorithm algorithm, String secret) {

  /** How it signs; the older ones (MD5, SHA-1) are not for new keys (RFC 8945 §6). */
  public enum Algorithm {
    HMAC_SHA256,
    HMAC_SHA384,
    HMAC_SHA512;

    /** As key files have it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The algorithm that {@code text} names. */
    public static Algorithm parse(String text) {
      for (var algorithm : values()) {
        if (algorithm.text().equals(text.toLowerCase(Locale.ROOT))) {
          return algorithm;
        }
      }
      throw new IllegalArgumentException(
          "'" + text + "' is no algorithm for a key: hmac-sha256, hmac-sha384 or hmac-sha512");
    }
  }

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_-]{1,63}(?:\\.[A-Za-z0-9_-]{1,63}){0,3}\\.?");

  private static final int BYTES_MIN = 16;
  private static final int BYTES_MAX = 512;

  /** What {@code tsig-keygen} prints: BIND's key clause. */
  private static final Pattern CLAUSE =
      Pattern.compile(
          "\\s*key\\s+\"?([^\"\\s{]+)\"?\\s*\\{"
              + "\\s*algorithm\\s+\"?([A-Za-z0-9-]+)\"?\\s*;"
              + "\\s*secret\\s+\"?([A-Za-z0-9+/=]+)\"?\\s*;"
              + "\\s*\\}\\s*;\\s*");

  private static final String WANTED =
      "a key file is what 'tsig-keygen NAME' prints: key \"NAME\" { algorithm hmac-sha256;"
          + " secret \"…\"; };";

  public TsigKey {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is no name of a key; " + WANTED);
    }
    int bytes = decoded(secret).length;
    if (bytes < BYTES_MIN || bytes > BYTES_MAX) {
      throw new IllegalArgumentException(
          "the secret of a key has %d to %d bytes, and that of %s has %d; make one by tsig-keygen"
              .formatted(BYTES_MIN, BYTES_MAX, name, bytes));
    }
  }

  private static byte[] decoded(String secret) {
    try {
      return Base64.getDecoder().decode(secret);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the secret of a key must be in base64", e);
    }
  }

  /**
   * Reads BIND's key file.
   *
   * @throws IllegalArgumentException where it is none; its words never hold the secret
   */
  public static TsigKey parse(String file) {
    var match = CLAUSE.matcher(file);
    if (!match.matches()) {
      throw new IllegalArgumentException(WANTED);
    }
    return new TsigKey(match.group(1), Algorithm.parse(match.group(2)), match.group(3));
  }

  /** The file that {@link #parse} reads. */
  public String file() {
    return "key \"%s\" {\n\talgorithm %s;\n\tsecret \"%s\";\n};\n"
        .formatted(name, algorithm.text(), secret);
  }

  public byte[] bytes() {
    return decoded(secret);
  }

  /** Its name alone. */
  @Override
  public String toString() {
    return "key " + name;
  }
}
