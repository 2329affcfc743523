package org.bulbil.tor.directory;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import org.bulbil.tor.Fingerprint;

/** Makes descriptors as tor signs them, by the JDK's RSA and not by the code under test. */
final class SignedDescriptor {

  private final KeyPair keys;

  SignedDescriptor() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    keys = generator.generateKeyPair();
  }

  Fingerprint fingerprint() throws GeneralSecurityException {
    return Fingerprint.of(MessageDigest.getInstance("SHA-1").digest(der()));
  }

  /** The public key as PKCS #1: what X.509 wraps, 22 bytes of algorithm before it. */
  private byte[] der() {
    var wrapped = keys.getPublic().getEncoded();
    return Arrays.copyOfRange(wrapped, 22, wrapped.length);
  }

  String descriptor(String nickname, String contact) throws GeneralSecurityException {
    return signed(
        """
        router %s 127.77.0.4 9001 0 0
        platform Tor 0.4.9.11 on Linux
        published 2026-11-22 18:00:00
        fingerprint %s
        uptime 42
        bandwidth 1000000 2000000 512000
        signing-key
        %s
        contact %s
        family-cert
        -----BEGIN FAMILY CERT-----
        AAAA
        -----END FAMILY CERT-----
        reject *:*
        router-signature
        """
            .formatted(nickname, fingerprint(), object("RSA PUBLIC KEY", der()).strip(), contact));
  }

  String signed(String body) throws GeneralSecurityException {
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
