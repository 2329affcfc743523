package org.bulbil.agent.family;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.XECPrivateKey;
import java.security.interfaces.XECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.bulbil.tor.directory.ServerDescriptor;

/** A relay with an onion key of the JDK's making, in a file as tor keeps it. */
public final class Infant {

  private final Fingerprint fingerprint;
  private KeyPair onion;

  public Infant(Fingerprint fingerprint) throws GeneralSecurityException {
    this.fingerprint = fingerprint;
    this.onion = fresh();
  }

  private static KeyPair fresh() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance("X25519").generateKeyPair();
  }

  /** As tor does every 28 days, except that the old key is thrown away. */
  public void changeOnionKey() throws GeneralSecurityException {
    onion = fresh();
  }

  public Fingerprint fingerprint() {
    return fingerprint;
  }

  public void write(Path keys) throws IOException {
    var file = new byte[96];
    System.arraycopy("== c25519v1: onion ==".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 21);
    System.arraycopy(
        ((XECPrivateKey) onion.getPrivate()).getScalar().orElseThrow(), 0, file, 32, 32);
    System.arraycopy(publicKey(), 0, file, 64, 32);
    Files.createDirectories(keys);
    Files.write(keys.resolve("secret_onion_key_ntor"), file);
  }

  private byte[] publicKey() {
    var bigEndian = ((XECPublicKey) onion.getPublic()).getU().toByteArray();
    var bytes = new byte[32];
    for (int i = 0; i < Math.min(32, bigEndian.length); i++) {
      bytes[i] = bigEndian[bigEndian.length - 1 - i];
    }
    return bytes;
  }

  /**
   * What it says of itself.
   *
   * @param contact its line
   * @param certificates how many family keys vouch for it
   */
  public ServerDescriptor descriptor(String contact, int certificates) {
    var some = new Bandwidth(1);
    return new ServerDescriptor(
        new Nickname("infant"),
        InetAddress.ofLiteral("127.66.1.2"),
        9001,
        0,
        fingerprint,
        Instant.EPOCH,
        "",
        Duration.ZERO,
        new ServerDescriptor.Capacity(some, some, some),
        contact,
        List.of(),
        certificates,
        Base64.getEncoder().withoutPadding().encodeToString(publicKey()),
        "",
        "");
  }
}
