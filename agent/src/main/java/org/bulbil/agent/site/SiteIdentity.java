package org.bulbil.agent.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.ScriptType;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.naming.DomainName;
import org.bulbil.tor.Fingerprint;

/**
 * Who a server of a site is. Its fingerprint is the hash of its wallet's key as its address holds
 * it (HASH160, the witness program of BIP141: 20 bytes, as a relay's). So there is no second secret
 * to lose or to steal, the address alone tells the fingerprint, and the wallet proves both by one
 * signature.
 */
public final class SiteIdentity {

  /** Of the script {@code OP_0 <20 bytes>}, the two bytes before the hash. */
  private static final int PREFIX_DIGITS = 4;

  private SiteIdentity() {}

  /**
   * The server whose wallet publishes {@code address}.
   *
   * @throws IllegalArgumentException where it is not of the kind that our wallets have (P2WPKH)
   */
  static Fingerprint of(Address address) {
    if (address.type() != ScriptType.P2WPKH) {
      throw new IllegalArgumentException(
          "the wallet of a server has a P2WPKH address, not " + address);
    }
    var script = address.lockingScript().hex();
    return new Fingerprint(script.substring(PREFIX_DIGITS).toUpperCase(Locale.ROOT));
  }

  /** The family of all servers of one name; nobody has a key of it, the nameserver's decides. */
  public static FamilyId family(DomainName name) {
    try {
      var text = ("bulbil site " + name).getBytes(StandardCharsets.US_ASCII);
      var hash = MessageDigest.getInstance("SHA-256").digest(text);
      return new FamilyId(Base64.getEncoder().withoutPadding().encodeToString(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What the wallet of a server signs of itself. */
  static String statement(DomainName name, String address) {
    return "Gifts to %s are for a server of the site %s. (bulbil 1)".formatted(address, name);
  }
}
