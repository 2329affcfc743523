package org.bulbil.agent.copy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.seal.ReaderKey;
import org.bulbil.tor.seal.Sealed;

/**
 * A wallet's words that only its launcher can read, as a relay's page shows them.
 *
 * @param wallet the address that the words are said to belong to, for people
 */
public record SealedCopy(String wallet, Sealed sealed) {

  private static final String TITLE = "bulbil wallet copy 1";

  /** Of its text; 24 words are at most 240 letters. */
  public static final int LENGTH_MAX = 1_000;

  /**
   * Seals the words.
   *
   * @param random one that nobody can guess
   * @throws IllegalArgumentException where {@code reader} is a key that everybody shares
   */
  public static SealedCopy of(
      Words words, String wallet, ReaderKey reader, RandomGenerator random) {
    var message = words.reveal().getBytes(StandardCharsets.US_ASCII);
    return Sealed.seal(message, context(wallet), reader.bytes(), random)
        .answer()
        .map(closed -> new SealedCopy(wallet, closed))
        .orElseThrow(() -> new IllegalArgumentException(reader + " is no key to seal for"));
  }

  private static String context(String wallet) {
    return TITLE + " " + wallet;
  }

  /** Three lines: what it is, the address, the sealed words. */
  public String text() {
    return String.join("\n", TITLE, wallet, sealed.text()) + "\n";
  }

  /** Reads {@link #text}; refused where it is none. */
  public static Outcome<SealedCopy> read(String text) {
    var lines = List.of(text.strip().split("\\R", -1));
    if (lines.size() != 3 || !lines.getFirst().equals(TITLE)) {
      return Outcome.refused(
          "a sealed copy is three lines, of which the first is \"" + TITLE + "\"", 0);
    }
    try {
      return Outcome.done(new SealedCopy(lines.get(1), new Sealed(lines.get(2))));
    } catch (IllegalArgumentException e) {
      return Outcome.refused("the third line is " + e.getMessage(), 0);
    }
  }

  /** The words; refused where the secret is another's or the text was changed. */
  public Outcome<Words> open(byte[] secret) {
    return sealed.open(context(wallet), secret).flatMap(SealedCopy::words);
  }

  /** Anybody may have sealed anything to a public key. */
  private static Outcome<Words> words(byte[] opened) {
    try {
      return Outcome.done(Words.parse(new String(opened, StandardCharsets.US_ASCII)));
    } catch (IllegalArgumentException e) {
      return Outcome.refused(String.valueOf(e.getMessage()), 0);
    }
  }
}
