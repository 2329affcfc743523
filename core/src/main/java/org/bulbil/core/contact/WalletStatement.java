package org.bulbil.core.contact;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a relay's wallet says and signs: whose it is. The relay in turn names the wallet's address
 * in its signed descriptor, so neither can borrow the other.
 *
 * @param fingerprint of the relay, 40 hexadecimal digits in capitals
 * @param family that the relay declares; empty where it declares none
 * @param address of the wallet, as the contact line has it
 */
public record WalletStatement(String fingerprint, Optional<FamilyId> family, String address) {

  private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-F]{40}");

  private static final Pattern FORM =
      Pattern.compile(
          "Gifts to ([A-Za-z0-9]{14,90}) are for the Tor relay ([0-9A-F]{40})"
              + " of (?:no family|the family ("
              + FamilyId.FORM
              + "))\\. \\(bulbil 1\\)");

  public WalletStatement {
    if (!FINGERPRINT.matcher(fingerprint).matches()) {
      throw new IllegalArgumentException(
          "a fingerprint is 40 hexadecimal digits in capitals, not " + fingerprint);
    }
    if (!ContactInfo.ADDRESS.matcher(address).matches()) {
      throw new IllegalArgumentException("not the form of a bitcoin address: " + address);
    }
  }

  /** One line of printable ASCII: what is signed, byte for byte. */
  public String text() {
    return "Gifts to %s are for the Tor relay %s of %s. (bulbil 1)"
        .formatted(address, fingerprint, family.map(id -> "the family " + id).orElse("no family"));
  }

  /** Reads {@link #text}; empty where it is not exactly that. */
  public static Optional<WalletStatement> read(String text) {
    return Optional.of(FORM.matcher(text))
        .filter(form -> form.matches())
        .map(
            form ->
                new WalletStatement(
                    form.group(2),
                    Optional.ofNullable(form.group(3)).map(FamilyId::new),
                    form.group(1)));
  }
}
