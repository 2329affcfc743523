package org.bulbil.tor.directory;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;

/**
 * Checks that a descriptor was signed by the relay it names (dir-spec §"router-signature"): RSA
 * over the SHA-1 of everything from {@code router} to {@code router-signature}, padded as in PKCS
 * #1 v1.5 but without naming the hash; and that the SHA-1 of the key is the fingerprint.
 */
public final class DescriptorSignature {

  private static final String END_OF_SIGNED = "\nrouter-signature\n";

  private DescriptorSignature() {}

  /** The descriptor, now known to be the relay's own words; or refused with what is wrong. */
  public static Outcome<ServerDescriptor> check(ServerDescriptor descriptor) {
    try {
      var items = Items.of(descriptor.raw());
      var keyBytes = decoded(items.required("signing-key"));
      if (!Fingerprint.of(sha1(keyBytes)).equals(descriptor.fingerprint())) {
        return refused(descriptor, "its key belongs to another fingerprint");
      }
      return RsaIdentity.parse(keyBytes)
              .signed(signedHash(descriptor.raw()), decoded(items.required("router-signature")))
          ? Outcome.done(descriptor)
          : refused(descriptor, "its signature is not by its key");
    } catch (IllegalArgumentException e) {
      return refused(descriptor, String.valueOf(e.getMessage()));
    }
  }

  /**
   * The extra-info, now known to be signed by the key of {@code relay}, whose own signature the
   * caller has checked.
   */
  public static Outcome<ExtraInfo> check(ExtraInfo info, ServerDescriptor relay) {
    try {
      var key = RsaIdentity.parse(decoded(Items.of(relay.raw()).required("signing-key")));
      var signature = decoded(Items.of(info.raw()).required("router-signature"));
      return info.fingerprint().equals(relay.fingerprint())
              && key.signed(signedHash(info.raw()), signature)
          ? Outcome.done(info)
          : Outcome.refused("that extra-info is not by " + relay.nickname(), 0);
    } catch (IllegalArgumentException e) {
      return Outcome.refused(
          "the extra-info of " + info.nickname() + " proves nothing: " + e.getMessage(), 0);
    }
  }

  private static Outcome<ServerDescriptor> refused(ServerDescriptor descriptor, String why) {
    return Outcome.refused(
        "the descriptor of " + descriptor.nickname() + " proves nothing: " + why, 0);
  }

  private static byte[] decoded(Item item) {
    return Base64.getDecoder().decode(item.object());
  }

  static String digest(ServerDescriptor descriptor) {
    return HexFormat.of().withUpperCase().formatHex(signedHash(descriptor.raw()));
  }

  private static byte[] signedHash(String raw) {
    int end = raw.indexOf(END_OF_SIGNED);
    if (end < 0) {
      throw new IllegalArgumentException("there is no \"router-signature\" line");
    }
    var signed = raw.substring(0, end + END_OF_SIGNED.length());
    return sha1(signed.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }

  /** An RSA key of the one kind that tor uses for identities: 1024 bits, exponent 65537. */
  private record RsaIdentity(BigInteger modulus) {

    private static final int BYTES = 128;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

    /** DER of SEQUENCE { INTEGER modulus, INTEGER 65537 }: before the modulus, and after it. */
    private static final byte[] BEFORE = HexFormat.of().parseHex("30818902818100");

    private static final byte[] AFTER = HexFormat.of().parseHex("0203010001");

    static RsaIdentity parse(byte[] der) {
      int end = BEFORE.length + BYTES;
      if (der.length != end + AFTER.length
          || !Arrays.equals(der, 0, BEFORE.length, BEFORE, 0, BEFORE.length)
          || !Arrays.equals(der, end, der.length, AFTER, 0, AFTER.length)) {
        throw new IllegalArgumentException("its key is not RSA of 1024 bits as tor makes it");
      }
      return new RsaIdentity(new BigInteger(1, Arrays.copyOfRange(der, BEFORE.length, end)));
    }

    boolean signed(byte[] hash, byte[] signature) {
      return signature.length == BYTES
          && new BigInteger(1, signature).modPow(EXPONENT, modulus).equals(padded(hash));
    }

    /** 00 01 FF … FF 00 hash, as a number. */
    private static BigInteger padded(byte[] hash) {
      var block = new byte[BYTES];
      Arrays.fill(block, 2, BYTES - hash.length - 1, (byte) 0xff);
      block[1] = 1;
      System.arraycopy(hash, 0, block, BYTES - hash.length, hash.length);
      return new BigInteger(1, block);
    }
  }
}
