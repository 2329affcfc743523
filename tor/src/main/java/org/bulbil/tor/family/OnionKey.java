package org.bulbil.tor.family;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.seal.Sealed;
import org.bulbil.tor.seal.X25519;

/**
 * The secret half of a relay's ntor onion key, whose public half its signed descriptor publishes:
 * by it others can tell that relay, and nobody else, something.
 *
 * <p>In a file as tor keeps it: a tag of 32 bytes, then secret and public key of 32 bytes each.
 */
public final class OnionKey {

  private static final int FILE_BYTES = 96;
  private static final byte[] TAG =
      Arrays.copyOf(
          "== c25519v1: onion ==".getBytes(StandardCharsets.US_ASCII),
          FILE_BYTES - 2 * X25519.BYTES);

  /** While tor changes to a new key (every 28 days) it keeps the old one for a week. */
  private static final List<String> FILES =
      List.of("secret_onion_key_ntor", "secret_onion_key_ntor.old");

  private final byte[] secret;

  private OnionKey(byte[] secret) {
    this.secret = secret;
  }

  /** A key of these 32 secret bytes. */
  static OnionKey ofSecret(byte[] secret) {
    return new OnionKey(secret.clone());
  }

  /**
   * The key in {@code folder}, drawn where there is none: for a server without a relay, to which
   * others want to tell something all the same.
   *
   * @param random one that nobody can guess
   */
  public static OnionKey findOrMake(Path folder, RandomGenerator random) throws IOException {
    var known = in(folder);
    if (!known.isEmpty()) {
      return known.getFirst();
    }
    var secret = new byte[X25519.BYTES];
    random.nextBytes(secret);
    var fresh = new OnionKey(secret);
    fresh.write(folder);
    return fresh;
  }

  /** Whole or not at all, and for nobody else to read. */
  private void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    var file = folder.resolve(FILES.getFirst());
    var fresh = folder.resolve(FILES.getFirst() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(fresh, fileText());
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private byte[] fileText() {
    var bytes = Arrays.copyOf(TAG, FILE_BYTES);
    System.arraycopy(secret, 0, bytes, TAG.length, X25519.BYTES);
    System.arraycopy(publicKey(), 0, bytes, TAG.length + X25519.BYTES, X25519.BYTES);
    return bytes;
  }

  /** The key in a file of tor's; the message never shows the bytes. */
  public static OnionKey parse(byte[] file) {
    if (file.length != FILE_BYTES || !Arrays.equals(file, 0, TAG.length, TAG, 0, TAG.length)) {
      throw new IllegalArgumentException(
          "not an onion key: it must have "
              + FILE_BYTES
              + " bytes and begin with \"== c25519v1: onion ==\"");
    }
    var key = new OnionKey(Arrays.copyOfRange(file, TAG.length, TAG.length + X25519.BYTES));
    if (!Arrays.equals(
        key.publicKey(), Arrays.copyOfRange(file, TAG.length + X25519.BYTES, FILE_BYTES))) {
      throw new IllegalArgumentException("not an onion key: its halves do not belong together");
    }
    return key;
  }

  /** The keys that tor has in {@code keysFolder}, newest first; none before its first start. */
  public static List<OnionKey> in(Path keysFolder) throws IOException {
    var keys = new ArrayList<OnionKey>();
    for (var name : FILES) {
      var file = keysFolder.resolve(name);
      if (Files.exists(file)) {
        keys.add(parse(Files.readAllBytes(file)));
      }
    }
    return keys;
  }

  /** As a descriptor publishes it, decoded: 32 bytes. */
  public byte[] publicKey() {
    return X25519.publicKey(secret);
  }

  /**
   * The public key in a descriptor; refused where it is none.
   *
   * @param base64 with or without padding
   */
  public static Outcome<byte[]> decoded(String base64) {
    try {
      var bytes = Base64.getDecoder().decode(base64);
      return bytes.length == X25519.BYTES
          ? Outcome.done(bytes)
          : Outcome.refused("an onion key of %d bytes is none".formatted(bytes.length), 0);
    } catch (IllegalArgumentException e) {
      return Outcome.refused("an onion key that is no base64: " + e.getMessage(), 0);
    }
  }

  /** Opens {@code sealed} with the first of {@code keys} that fits; refused where none does. */
  public static Outcome<byte[]> open(Sealed sealed, String context, List<OnionKey> keys) {
    return keys.stream()
        .map(key -> sealed.open(context, key.secret))
        .filter(Outcome.Done.class::isInstance)
        .findFirst()
        .orElse(Outcome.refused("it is not sealed to an onion key of this relay", 0));
  }

  byte[] secret() {
    return secret;
  }
}
