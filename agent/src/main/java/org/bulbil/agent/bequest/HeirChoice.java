package org.bulbil.agent.bequest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import org.bulbil.tor.Fingerprint;

/**
 * Who is whose heir: the parent while it runs, else the relative whose fingerprint hashes highest
 * together with the testator's (rendezvous hashing). Everybody who sees the same relatives comes to
 * the same, and one who joins or leaves changes it only for those whose heir that one is.
 */
final class HeirChoice {

  private HeirChoice() {}

  /** Empty where there is no relative. */
  static Optional<Kin> of(
      Fingerprint testator, Optional<Fingerprint> parent, Collection<Kin> relatives) {
    var others = relatives.stream().filter(kin -> !kin.fingerprint().equals(testator)).toList();
    return others.stream()
        .filter(kin -> parent.equals(Optional.of(kin.fingerprint())))
        .findFirst()
        .or(
            () ->
                others.stream()
                    .max(Comparator.comparing(kin -> weight(testator, kin.fingerprint()))));
  }

  private static String weight(Fingerprint testator, Fingerprint heir) {
    try {
      var both = (testator.value() + heir.value()).getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(both));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
