package org.bulbil.tor.family;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bulbil.tor.seal.Ed25519;

/**
 * The secret by which relays declare one family. It gives no power over a relay's identity; to
 * expel a member, the others change to a new key.
 *
 * <p>In a file as tor keeps it: a tag of 32 bytes, then the expanded Ed25519 secret of 64 bytes
 * (RFC 8032 §5.1.5, clamped).
 */
public final class FamilyKey {

  /** Bytes of the file. */
  public static final int FILE_BYTES = 96;

  private static final int SEED_BYTES = 32;
  private static final int SECRET_BYTES = 64;
  private static final byte[] TAG =
      Arrays.copyOf(
          "== ed25519v1-secret: fmly-id ==".getBytes(StandardCharsets.US_ASCII),
          FILE_BYTES - SECRET_BYTES);
  private static final String SUFFIX = ".secret_family_key";

  private final byte[] secret;

  /** Computed once: it takes some 50 ms, and is asked for at every heartbeat. */
  private final String id;

  private FamilyKey(byte[] secret) {
    this.secret = secret;
    this.id = Base64.getEncoder().withoutPadding().encodeToString(Ed25519.publicKey(secret));
  }

  /** A new key; {@code random} must be one that nobody can guess. */
  public static FamilyKey fresh(RandomGenerator random) {
    var seed = new byte[SEED_BYTES];
    random.nextBytes(seed);
    return ofSeed(seed);
  }

  /** The key that belongs to 32 secret bytes, always the same. */
  public static FamilyKey ofSeed(byte[] seed) {
    if (seed.length != SEED_BYTES) {
      throw new IllegalArgumentException("a seed has " + SEED_BYTES + " bytes, not " + seed.length);
    }
    return new FamilyKey(Ed25519.expand(seed));
  }

  /** The key in {@code file}, the content of a file of tor's; the message never shows the bytes. */
  public static FamilyKey parse(byte[] file) {
    if (file.length != FILE_BYTES || !Arrays.equals(file, 0, TAG.length, TAG, 0, TAG.length)) {
      throw new IllegalArgumentException(
          "not a family key: it must have "
              + FILE_BYTES
              + " bytes and begin with \"== ed25519v1-secret: fmly-id ==\"");
    }
    return new FamilyKey(Arrays.copyOfRange(file, TAG.length, FILE_BYTES));
  }

  /** The key {@code name} in {@code keysFolder}, or empty where there is none of that name. */
  public static Optional<FamilyKey> find(Path keysFolder, String name) throws IOException {
    return Files.exists(file(keysFolder, name))
        ? Optional.of(read(keysFolder, name))
        : Optional.empty();
  }

  /** The key {@code name} in {@code keysFolder}; {@link IOException} where it is not there. */
  public static FamilyKey read(Path keysFolder, String name) throws IOException {
    return parse(Files.readAllBytes(file(keysFolder, name)));
  }

  /** Puts it where tor with {@code FamilyId *} finds it, readable by its owner alone. */
  public void write(Path keysFolder, String name) throws IOException {
    var owner = PosixFilePermissions.fromString("rwx------");
    Files.createDirectories(keysFolder, PosixFilePermissions.asFileAttribute(owner));
    var target = file(keysFolder, name);
    var fresh = target.resolveSibling(name + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var file = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(bytes()));
      file.force(true);
    }
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path file(Path keysFolder, String name) {
    if (!name.matches("[A-Za-z0-9]{1,40}")) {
      throw new IllegalArgumentException("a key's name is letters and digits, not " + name);
    }
    return keysFolder.resolve(name + SUFFIX);
  }

  /** The {@value #FILE_BYTES} bytes to hand to a child: secret. */
  public byte[] bytes() {
    var file = Arrays.copyOf(TAG, FILE_BYTES);
    System.arraycopy(secret, 0, file, TAG.length, SECRET_BYTES);
    return file;
  }

  /** What everybody may know, as FamilyId takes it: 43 letters of base64, the public key. */
  public String id() {
    return id;
  }

  /** The public id; never the secret. */
  @Override
  public String toString() {
    return "family " + id();
  }
}
