package org.bulbil.hosting.sporestack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.bulbil.core.lease.Hostname;
import org.bulbil.hosting.bootstrap.SshKey;

/**
 * An SSH public key whose private key nobody has, since launching demands a key and no one is to
 * log in. Its 32 bytes are a hash; to find the private key would be to break Ed25519 (RFC 8709
 * gives the form).
 */
final class LockedKey {

  private static final String TYPE = "ssh-ed25519";

  private LockedKey() {}

  static SshKey of(Hostname hostname) {
    var point = sha256("bulbil: nobody logs in to " + hostname.value());
    var type = TYPE.getBytes(StandardCharsets.US_ASCII);
    var blob = ByteBuffer.allocate(4 + type.length + 4 + point.length);
    blob.putInt(type.length).put(type).putInt(point.length).put(point);
    return new SshKey(TYPE + " " + Base64.getEncoder().encodeToString(blob.array()));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
