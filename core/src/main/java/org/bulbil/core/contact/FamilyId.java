package org.bulbil.core.contact;

import java.util.regex.Pattern;

/**
 * What everybody may know of a family: the public half of its key, as tor's FamilyId takes it
 * (proposal 321).
 *
 * @param value 43 letters of base64 without padding, the 32 bytes of an Ed25519 public key
 */
public record FamilyId(String value) {

  /** The last letter carries four bits: its two lowest ones are zero. */
  static final String FORM = "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  public FamilyId {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a family's id is 43 letters of base64, the public key, not \"" + value + "\"");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
