package org.bulbil.tor;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a relay that cannot be borrowed: the SHA-1 of its RSA identity key.
 *
 * @param value 40 hexadecimal digits, upper case
 */
public record Fingerprint(String value) implements Comparable<Fingerprint> {

  private static final Pattern FORM = Pattern.compile("[0-9A-F]{40}");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  public Fingerprint {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a fingerprint is 40 hexadecimal digits, not \"" + value + "\"");
    }
  }

  /** Reads the forms in use: any case, in groups of four, with or without the leading {@code $}. */
  public static Fingerprint parse(String text) {
    var bare = text.startsWith("$") ? text.substring(1) : text;
    return new Fingerprint(bare.replace(" ", "").toUpperCase(Locale.ROOT));
  }

  /** Of the 20 bytes of a SHA-1. */
  public static Fingerprint of(byte[] sha1) {
    return new Fingerprint(HEX.formatHex(sha1));
  }

  /** Of base64 without padding, as a consensus writes it. */
  public static Fingerprint ofBase64(String text) {
    return of(Base64.getDecoder().decode(text));
  }

  @Override
  public int compareTo(Fingerprint that) {
    return value.compareTo(that.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
