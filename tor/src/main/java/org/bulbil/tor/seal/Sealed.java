package org.bulbil.tor.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bulbil.core.outcome.Outcome;

/**
 * Bytes that only the owner of one X25519 key can read.
 *
 * <p>An ephemeral X25519 key (RFC 7748) agrees with the reader's; HKDF-SHA256 (RFC 5869), salted
 * with both public keys and told the context, makes key and nonce of ChaCha20-Poly1305 (RFC 8439).
 * It keeps the secret and proves nothing about who sealed it. Its length shows that of the message.
 *
 * @param text base64 of the ephemeral public key and the sealed bytes
 */
public record Sealed(String text) {

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;

  /** What a seal adds to a message, in bytes. */
  public static final int OVERHEAD = X25519.BYTES + TAG_BYTES;

  /** A message is a key, some words or some transactions. */
  public static final int MESSAGE_MAX = 1 << 20;

  public Sealed {
    if (text.length() > lettersOf(MESSAGE_MAX) || bytes(text).length < OVERHEAD) {
      throw new IllegalArgumentException(
          "not a sealed message: it is at least %d bytes in base64".formatted(OVERHEAD));
    }
  }

  /** Letters of the text of a sealed message of {@code length} bytes. */
  public static int lettersOf(int length) {
    return Math.ceilDiv(OVERHEAD + length, 3) * 4;
  }

  /**
   * Seals {@code message} for the owner of {@code reader}; refused where that is no key.
   *
   * @param context what it is and for whom: who opens it must name the same
   * @param reader an X25519 public key, 32 bytes
   * @param random one that nobody can guess
   */
  public static Outcome<Sealed> seal(
      byte[] message, String context, byte[] reader, RandomGenerator random) {
    if (reader.length != X25519.BYTES) {
      return Outcome.refused(
          "a key has %d bytes, not %d".formatted(X25519.BYTES, reader.length), 0);
    }
    try {
      var ephemeral = new byte[X25519.BYTES];
      random.nextBytes(ephemeral);
      var ours = X25519.publicKey(ephemeral);
      var shared = X25519.agree(ephemeral, reader);
      var closed = cipher(Cipher.ENCRYPT_MODE, shared, ours, reader, context).doFinal(message);
      var all = ByteBuffer.allocate(ours.length + closed.length).put(ours).put(closed).array();
      return Outcome.done(new Sealed(Base64.getEncoder().encodeToString(all)));
    } catch (InvalidKeyException e) {
      return Outcome.refused("it is no key: " + e.getMessage(), 0);
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** Opens it; refused where it is for another key or context, or was changed. */
  public Outcome<byte[]> open(String context, byte[] secret) {
    var all = bytes(text);
    var ephemeral = Arrays.copyOf(all, X25519.BYTES);
    try {
      var shared = X25519.agree(secret, ephemeral);
      var ours = X25519.publicKey(secret);
      var cipher = cipher(Cipher.DECRYPT_MODE, shared, ephemeral, ours, context);
      return Outcome.done(cipher.doFinal(all, X25519.BYTES, all.length - X25519.BYTES));
    } catch (AEADBadTagException | InvalidKeyException e) {
      return Outcome.refused("it does not open: " + e.getMessage(), 0);
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** A nonce of its own for each key, and each key for one message: it is never used twice. */
  private static Cipher cipher(
      int mode, byte[] shared, byte[] ephemeral, byte[] reader, String context)
      throws GeneralSecurityException {
    var salt = ByteBuffer.allocate(2 * X25519.BYTES).put(ephemeral).put(reader).array();
    var material =
        KDF.getInstance("HKDF-SHA256")
            .deriveData(
                HKDFParameterSpec.ofExtract()
                    .addIKM(shared)
                    .addSalt(salt)
                    .thenExpand(context.getBytes(StandardCharsets.UTF_8), KEY_BYTES + NONCE_BYTES));
    var cipher = Cipher.getInstance("ChaCha20-Poly1305");
    cipher.init(
        mode,
        new SecretKeySpec(material, 0, KEY_BYTES, "ChaCha20"),
        new IvParameterSpec(material, KEY_BYTES, NONCE_BYTES));
    return cipher;
  }

  private static byte[] bytes(String text) {
    return Base64.getDecoder().decode(text);
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("every Java 25 has ChaCha20-Poly1305 and HKDF", e);
  }

  /** Its length; never the text, which whoever has the key can read. */
  @Override
  public String toString() {
    return "sealed message of " + text.length() + " letters";
  }
}
