package org.bulbil.core.contact;

import java.util.Arrays;
import java.util.Locale;

/**
 * Who answers for a relay, by an address on the web that vouches for it in turn (CIISS, {@code url}
 * and {@code proof}).
 *
 * @param url of the whole family, and of nobody else
 * @param proof how the site, or its domain, says that the relay is theirs
 */
public record Website(HttpsUrl url, Proof proof) {

  /** How a site vouches for relays; each belongs to one version of CIISS. */
  public enum Proof {
    /** A file with the family's id, which stays true for children that nobody foresaw. */
    URI_FAMILYID_ED25519(3),
    /** A TXT record with the family's id. */
    DNS_FAMILYID_ED25519(3),
    /** A file with the fingerprint of each relay. */
    URI_RSA(2),
    /** A TXT record for each relay. */
    DNS_RSA(2);

    private final int version;

    Proof(int version) {
      this.version = version;
    }

    /** The version of CIISS that knows it. */
    int version() {
      return version;
    }

    /** Whether it vouches for the family and not for single relays. */
    public boolean isOfFamily() {
      return version == 3;
    }

    /** From a setting such as {@code uri-familyid-ed25519}. */
    public static Proof parse(String text) {
      return Arrays.stream(values())
          .filter(proof -> proof.toString().equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "a proof is one of " + Arrays.toString(values()) + ", not " + text));
    }

    /** As a contact line has it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
