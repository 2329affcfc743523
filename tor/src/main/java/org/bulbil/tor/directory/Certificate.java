package org.bulbil.tor.directory;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.bulbil.tor.seal.Ed25519;

/**
 * An Ed25519 certificate of tor (cert-spec §2.1): one key speaks for another. Only such as name
 * their signer, and whose signature is good, can be made.
 *
 * @param type what the one may do for the other
 * @param expiry in whole hours
 * @param certified the key that is spoken for, 32 bytes
 * @param signer the key that speaks, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the arrays are nobody else's.
record Certificate(int type, Instant expiry, byte[] certified, byte[] signer) {

  /** A relay's identity for the key that signs its descriptors. */
  static final int IDENTITY_V_SIGNING = 4;

  /** A family's key for a relay's identity (proposal 321). */
  static final int FAMILY_V_IDENTITY = 12;

  private static final int KEY = 32;
  private static final int SIGNATURE = 64;
  private static final int SIGNED_WITH = 4;

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException where it is none, or not by the key that it names
   */
  static Certificate parse(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    must(bytes.length > SIGNATURE && in.get() == 1, "a certificate of version 1");
    int type = in.get();
    var expiry = Instant.EPOCH.plus(Duration.ofHours(Integer.toUnsignedLong(in.getInt())));
    must(in.get() == 1, "a certificate of an Ed25519 key");
    var certified = bytes(in, KEY);
    var signer = signer(in);
    must(in.remaining() == SIGNATURE, "a certificate that ends with its signature");
    var body = Arrays.copyOf(bytes, bytes.length - SIGNATURE);
    must(
        Ed25519.isSigned(body, bytes(in, SIGNATURE), signer),
        "a certificate by the key that it names");
    return new Certificate(type, expiry, certified, signer);
  }

  private static byte[] signer(ByteBuffer in) {
    var signer = new byte[0];
    for (int left = in.get(); left > 0; left--) {
      int length = in.getShort();
      int type = in.get();
      in.get(); // Flags say what to do with an unknown type; those are not relied on here.
      var content = bytes(in, length);
      signer = type == SIGNED_WITH ? content : signer;
    }
    must(signer.length == KEY, "a certificate that names its signer");
    return signer;
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    must(length >= 0 && length <= in.remaining(), "a certificate that is whole");
    var bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static void must(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("it is not " + what);
    }
  }
}
