package org.bulbil.tor.family;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;

/**
 * A family key that only one relay can read: sealed to its ntor onion key.
 *
 * <p>An ephemeral X25519 key (RFC 7748) agrees with the onion key; HKDF-SHA256 (RFC 5869), salted
 * with both public keys and told the relay's fingerprint, makes key and nonce of ChaCha20-Poly1305
 * (RFC 8439). It keeps the secret and proves nothing about who sealed it: the reader must know the
 * family's id.
 *
 * @param text base64 of the ephemeral public key and the sealed bytes, {@value #TEXT_LENGTH}
 *     letters
 */
public record SealedFamilyKey(String text) {

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final int BYTES = X25519.BYTES + FamilyKey.FILE_BYTES + TAG_BYTES;

  /** Letters of {@link #text}. */
  public static final int TEXT_LENGTH = BYTES / 3 * 4;

  private static final byte[] PURPOSE =
      "bulbil sealed family key 1 ".getBytes(StandardCharsets.US_ASCII);

  public SealedFamilyKey {
    if (text.length() != TEXT_LENGTH || !text.matches("[A-Za-z0-9+/]*")) {
      throw new IllegalArgumentException(
          "a sealed family key is %d letters of base64, this has %d characters"
              .formatted(TEXT_LENGTH, text.length()));
    }
  }

  /**
   * Seals {@code key} for one relay. Refused where its onion key is not one.
   *
   * @param ntorOnionKey base64, as its signed descriptor has it
   * @param random one that nobody can guess
   */
  public static Outcome<SealedFamilyKey> seal(
      FamilyKey key, Fingerprint relay, String ntorOnionKey, RandomGenerator random) {
    try {
      var onion = onionKey(ntorOnionKey);
      var ephemeral = new byte[X25519.BYTES];
      random.nextBytes(ephemeral);
      var ours = X25519.publicKey(ephemeral);
      var shared = X25519.agree(ephemeral, onion);
      var sealed = cipher(Cipher.ENCRYPT_MODE, shared, ours, onion, relay).doFinal(key.bytes());
      return Outcome.done(new SealedFamilyKey(encoded(ours, sealed)));
    } catch (InvalidKeyException | IllegalArgumentException e) {
      return Outcome.refused("the onion key of " + relay + " is none: " + e.getMessage(), 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 25 has ChaCha20-Poly1305 and HKDF", e);
    }
  }

  private static byte[] onionKey(String base64) {
    var bytes = Base64.getDecoder().decode(base64);
    if (bytes.length != X25519.BYTES) {
      throw new IllegalArgumentException("it has " + bytes.length + " bytes");
    }
    return bytes;
  }

  private static String encoded(byte[] ephemeral, byte[] sealed) {
    var all = ByteBuffer.allocate(BYTES).put(ephemeral).put(sealed).array();
    return Base64.getEncoder().encodeToString(all);
  }

  /** Opens it with the first of {@code keys} that fits; refused where none does. */
  public Outcome<FamilyKey> open(Fingerprint relay, List<OnionKey> keys) {
    return keys.stream()
        .map(key -> open(relay, key))
        .filter(Outcome.Done.class::isInstance)
        .findFirst()
        .orElse(Outcome.refused("it is not sealed to an onion key of this relay", 0));
  }

  private Outcome<FamilyKey> open(Fingerprint relay, OnionKey key) {
    var bytes = Base64.getDecoder().decode(text);
    var ephemeral = Arrays.copyOf(bytes, X25519.BYTES);
    try {
      var shared = X25519.agree(key.secret(), ephemeral);
      var cipher = cipher(Cipher.DECRYPT_MODE, shared, ephemeral, key.publicKey(), relay);
      var opened = cipher.doFinal(bytes, X25519.BYTES, bytes.length - X25519.BYTES);
      return Outcome.done(FamilyKey.parse(opened));
    } catch (AEADBadTagException | InvalidKeyException | IllegalArgumentException e) {
      return Outcome.refused("it does not open: " + e.getMessage(), 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 25 has ChaCha20-Poly1305 and HKDF", e);
    }
  }

  /** A nonce of its own for each key, and each key for one message: it is never used twice. */
  private static Cipher cipher(
      int mode, byte[] shared, byte[] ephemeral, byte[] onion, Fingerprint relay)
      throws GeneralSecurityException {
    var salt = ByteBuffer.allocate(2 * X25519.BYTES).put(ephemeral).put(onion).array();
    var name = relay.value().getBytes(StandardCharsets.US_ASCII);
    var info = ByteBuffer.allocate(PURPOSE.length + name.length).put(PURPOSE).put(name).array();
    var material =
        KDF.getInstance("HKDF-SHA256")
            .deriveData(
                HKDFParameterSpec.ofExtract()
                    .addIKM(shared)
                    .addSalt(salt)
                    .thenExpand(info, KEY_BYTES + NONCE_BYTES));
    var cipher = Cipher.getInstance("ChaCha20-Poly1305");
    cipher.init(
        mode,
        new SecretKeySpec(material, 0, KEY_BYTES, "ChaCha20"),
        new IvParameterSpec(material, KEY_BYTES, NONCE_BYTES));
    return cipher;
  }
}
