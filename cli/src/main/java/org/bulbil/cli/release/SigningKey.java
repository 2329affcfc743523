package org.bulbil.cli.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EncodedKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.bulbil.cli.console.Trouble;

/** An Ed25519 key pair (RFC 8032) in two PEM files, as OpenSSL reads and writes them. */
final class SigningKey {

  private static final String ALGORITHM = "Ed25519";
  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";

  /** Of a PEM line (RFC 7468 §2). */
  private static final int LINE_LENGTH = 64;

  private SigningKey() {}

  /** Makes a pair: {@code file}, which its owner alone reads, and {@code file.pub}. */
  static Path make(Path file) throws IOException {
    try {
      var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.createFile(file, mode);
      Files.writeString(file, pem(PRIVATE, pair.getPrivate().getEncoded()));
      var open = file.resolveSibling(file.getFileName() + ".pub");
      return Files.writeString(open, pem(PUBLIC, pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  /** The signature of {@code content} with the private key in {@code file}: 64 bytes. */
  static byte[] sign(Path file, byte[] content) throws IOException {
    try {
      PrivateKey key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(read(file, PRIVATE)));
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new Trouble(file + " holds no private Ed25519 key: " + e.getMessage());
    }
  }

  /** Whether the public key in {@code file} vouches for {@code content}. */
  static boolean verifies(Path file, byte[] content, byte[] signed) throws IOException {
    EncodedKeySpec spec = new X509EncodedKeySpec(read(file, PUBLIC));
    PublicKey key;
    try {
      key = KeyFactory.getInstance(ALGORITHM).generatePublic(spec);
    } catch (GeneralSecurityException e) {
      throw new Trouble(file + " holds no public Ed25519 key: " + e.getMessage());
    }
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(content);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false; // It has not even the form of one.
    }
  }

  private static String pem(String kind, byte[] content) {
    var lines = Base64.getMimeEncoder(LINE_LENGTH, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
  }

  private static byte[] read(Path file, String kind) throws IOException {
    var text = Files.readString(file, StandardCharsets.US_ASCII).strip();
    var begin = "-----BEGIN " + kind + "-----";
    var end = "-----END " + kind + "-----";
    if (!text.startsWith(begin) || !text.endsWith(end)) {
      throw new Trouble(file + " holds no " + kind.toLowerCase(java.util.Locale.ROOT) + " in PEM");
    }
    return Base64.getMimeDecoder()
        .decode(text.substring(begin.length(), text.length() - end.length()));
  }
}
