package org.bulbil.tor.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import org.bulbil.tor.Fingerprint;

/** Makes descriptors as tor signs them, by the JDK's keys and not by the code under test. */
public final class PaperRelay {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final int IDENTITY_V_SIGNING = 4;
  private static final int FAMILY_V_IDENTITY = 12;
  private static final int KEY = 32;

  private final KeyPair keys;
  private final KeyPair identity = ed25519();
  private final KeyPair signing = ed25519();

  /** Where it says that it is. */
  public String address = "127.77.0.4";

  public Instant published = Instant.parse("2026-11-22T18:00:00Z");

  /** When its certificates expire. */
  public Instant expiry = published.plus(Duration.ofDays(30));

  public PaperRelay() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    keys = generator.generateKeyPair();
  }

  static KeyPair ed25519() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  /** The public key alone: the end of what X.509 wraps it in. */
  static byte[] bytes(KeyPair keys) {
    var wrapped = keys.getPublic().getEncoded();
    return Arrays.copyOfRange(wrapped, wrapped.length - KEY, wrapped.length);
  }

  public Fingerprint fingerprint() throws GeneralSecurityException {
    return Fingerprint.of(MessageDigest.getInstance("SHA-1").digest(der()));
  }

  /** The public key as PKCS #1: what X.509 wraps, 22 bytes of algorithm before it. */
  private byte[] der() {
    var wrapped = keys.getPublic().getEncoded();
    return Arrays.copyOfRange(wrapped, 22, wrapped.length);
  }

  /** A descriptor; a family vouches for it by its certificate. */
  public String descriptor(String nickname, String contact, PaperFamily... families)
      throws GeneralSecurityException {
    var certificates = new StringBuilder();
    for (var family : families) {
      certificates.append("family-cert\n").append(certificate(family));
    }
    return descriptor(nickname, contact, certificates.toString());
  }

  /** The certificate by which {@code family} vouches for this relay. */
  public String certificate(PaperFamily family) throws GeneralSecurityException {
    return object("FAMILY CERT", certificate(FAMILY_V_IDENTITY, bytes(identity), family.keys));
  }

  /**
   * A descriptor.
   *
   * @param more lines that stand in it
   */
  public String descriptor(String nickname, String contact, String more)
      throws GeneralSecurityException {
    var body =
        """
        router %s %s 9001 0 0
        identity-ed25519
        %splatform Tor 0.4.9.11 on Linux
        published %s
        fingerprint %s
        uptime 42
        bandwidth 1000000 2000000 512000
        signing-key
        %s
        contact %s
        %sreject *:*
        router-sig-ed25519\s"""
            .formatted(
                nickname,
                address,
                object("ED25519 CERT", certificate(IDENTITY_V_SIGNING, bytes(signing), identity)),
                UTC.format(published),
                fingerprint(),
                object("RSA PUBLIC KEY", der()).strip(),
                contact,
                more);
    return signed(body + signedByEd25519(body) + "\nrouter-signature\n");
  }

  /**
   * An extra-info, signed by the RSA identity alone.
   *
   * @param more lines that stand in it
   */
  public String extraInfo(String nickname, String more) throws GeneralSecurityException {
    return signed(
        "extra-info %s %s\npublished %s\n%srouter-signature\n"
            .formatted(nickname, fingerprint(), UTC.format(published), more));
  }

  private String signedByEd25519(String body) throws GeneralSecurityException {
    var text = ("Tor router descriptor signature v1" + body).getBytes(StandardCharsets.ISO_8859_1);
    var signature = sign(signing, MessageDigest.getInstance("SHA-256").digest(text));
    return Base64.getEncoder().withoutPadding().encodeToString(signature);
  }

  /** Cert-spec §2.1, with the signer's key in the one extension. */
  private byte[] certificate(int type, byte[] certified, KeyPair signer)
      throws GeneralSecurityException {
    var body =
        ByteBuffer.allocate(40 + 36)
            .put((byte) 1)
            .put((byte) type)
            .putInt((int) Duration.between(Instant.EPOCH, expiry).toHours())
            .put((byte) 1)
            .put(certified)
            .put((byte) 1)
            .putShort((short) KEY)
            .put((byte) 4)
            .put((byte) 0)
            .put(bytes(signer))
            .array();
    var whole = Arrays.copyOf(body, body.length + 64);
    System.arraycopy(sign(signer, body), 0, whole, body.length, 64);
    return whole;
  }

  private static byte[] sign(KeyPair keys, byte[] message) throws GeneralSecurityException {
    var signature = Signature.getInstance("Ed25519");
    signature.initSign(keys.getPrivate());
    signature.update(message);
    return signature.sign();
  }

  /** With the signature by the RSA identity behind it. */
  public String signed(String body) throws GeneralSecurityException {
    var bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    cipher.init(Cipher.ENCRYPT_MODE, keys.getPrivate());
    return body
        + object("SIGNATURE", cipher.doFinal(MessageDigest.getInstance("SHA-1").digest(bytes)));
  }

  private static String object(String type, byte[] content) {
    var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
  }
}
