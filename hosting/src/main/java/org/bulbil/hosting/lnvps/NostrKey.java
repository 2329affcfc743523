package org.bulbil.hosting.lnvps;

import fr.acinq.secp256k1.Secp256k1;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A secret key of Nostr, which is one of BIP-340: whoever has it is the account. It does not print.
 */
final class NostrKey {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
  private static final HexFormat HEX = HexFormat.of();
  private static final int BYTES = 32;

  private final byte[] secret;

  private NostrKey(byte[] secret) {
    this.secret = secret;
  }

  /**
   * Reads 64 lower-case hexadecimal digits.
   *
   * @throws IllegalArgumentException where they are none, or no key of the curve
   */
  static NostrKey parse(String hex) {
    if (!FORM.matcher(hex).matches() || !Secp256k1.Companion.secKeyVerify(HEX.parseHex(hex))) {
      throw new IllegalArgumentException("not a secret key: 64 digits of 0 to 9 and a to f");
    }
    return new NostrKey(HEX.parseHex(hex));
  }

  /** A new one; all but one of 2^128 draws are keys. */
  static NostrKey draw(RandomGenerator strong) {
    var secret = new byte[BYTES];
    do {
      strong.nextBytes(secret);
    } while (!Secp256k1.Companion.secKeyVerify(secret));
    return new NostrKey(secret);
  }

  /** The public key's x coordinate (BIP-340), in hexadecimal: the account's name. */
  String publicKey() {
    var compressed = Secp256k1.Companion.pubKeyCompress(Secp256k1.Companion.pubkeyCreate(secret));
    return HEX.formatHex(Arrays.copyOfRange(compressed, 1, 1 + BYTES));
  }

  /**
   * The BIP-340 signature of 32 bytes.
   *
   * @param fresh 32 random bytes
   */
  byte[] sign(byte[] hash, byte[] fresh) {
    return Secp256k1.Companion.signSchnorr(hash, secret, fresh);
  }

  /** For the token that is handed to this account's machines, and for nothing else. */
  String hex() {
    return HEX.formatHex(secret);
  }

  @Override
  public String toString() {
    return "Nostr key …";
  }
}
