package org.bulbil.tor.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.seal.Sealed;

/**
 * A family key that only one relay can read: sealed to its ntor onion key. It proves nothing about
 * who sealed it: the reader must know the family's id.
 *
 * @param text as in {@link Sealed}, {@value #TEXT_LENGTH} letters
 */
public record SealedFamilyKey(String text) {

  private static final String PURPOSE = "bulbil sealed family key 1 ";

  /** Letters of {@link #text}. */
  public static final int TEXT_LENGTH = (Sealed.OVERHEAD + FamilyKey.FILE_BYTES) / 3 * 4;

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
    return OnionKey.decoded(ntorOnionKey)
        .flatMap(onion -> Sealed.seal(key.bytes(), PURPOSE + relay, onion, random))
        .map(closed -> new SealedFamilyKey(closed.text()));
  }

  /** Opens it with the first of {@code keys} that fits; refused where none does. */
  public Outcome<FamilyKey> open(Fingerprint relay, List<OnionKey> keys) {
    return OnionKey.open(new Sealed(text), PURPOSE + relay, keys).flatMap(SealedFamilyKey::key);
  }

  private static Outcome<FamilyKey> key(byte[] opened) {
    try {
      return Outcome.done(FamilyKey.parse(opened));
    } catch (IllegalArgumentException e) {
      return Outcome.refused("it does not open: " + e.getMessage(), 0);
    }
  }
}
