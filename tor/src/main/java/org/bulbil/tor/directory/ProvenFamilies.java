package org.bulbil.tor.directory;

import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.bulbil.tor.seal.Ed25519;

/**
 * The families that vouch for a relay, as its descriptor proves (proposal 321): the relay's Ed25519
 * identity signed the descriptor, and each family's key signed that identity. Whoever copies a
 * certificate cannot sign as the identity that it is for.
 */
public final class ProvenFamilies {

  /** What is signed begins with this (dir-spec "router-sig-ed25519"). */
  private static final String PREFIX = "Tor router descriptor signature v1";

  private static final String LINE = "\nrouter-sig-ed25519 ";

  private ProvenFamilies() {}

  /** Ids of families, as {@code FamilyId} takes them; none where the descriptor proves none. */
  public static Set<String> of(ServerDescriptor descriptor) {
    var proven = new LinkedHashSet<String>();
    identity(descriptor)
        .ifPresent(
            identity ->
                Items.of(descriptor.raw())
                    .each("family-cert")
                    .map(item -> read(item.object(), Certificate.FAMILY_V_IDENTITY, descriptor))
                    .flatMap(Optional::stream)
                    .filter(family -> Arrays.equals(family.certified(), identity))
                    .forEach(family -> proven.add(id(family))));
    return proven;
  }

  private static String id(Certificate family) {
    return Base64.getEncoder().withoutPadding().encodeToString(family.signer());
  }

  /** The Ed25519 identity that signed the descriptor; empty where none has. */
  static Optional<byte[]> identity(ServerDescriptor descriptor) {
    return read(descriptor.identity(), Certificate.IDENTITY_V_SIGNING, descriptor)
        .filter(signing -> isSignedBy(signing.certified(), descriptor.raw()))
        .map(Certificate::signer);
  }

  /** Empty where it makes no sense, is of another type, or had expired when it was published. */
  private static Optional<Certificate> read(String base64, int type, ServerDescriptor descriptor) {
    try {
      return Optional.of(Certificate.parse(Base64.getDecoder().decode(base64)))
          .filter(found -> found.type() == type && isValid(found, descriptor.published()));
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private static boolean isValid(Certificate found, Instant published) {
    return found.expiry().isAfter(published);
  }

  private static boolean isSignedBy(byte[] key, String raw) {
    int line = raw.indexOf(LINE);
    if (line < 0) {
      return false;
    }
    int signature = line + LINE.length();
    int end = raw.indexOf('\n', signature);
    var signed = PREFIX + raw.substring(0, signature);
    return end > 0 && Ed25519.isSigned(sha256(signed), decoded(raw.substring(signature, end)), key);
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] sha256(String latin1) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(latin1.getBytes(StandardCharsets.ISO_8859_1));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
