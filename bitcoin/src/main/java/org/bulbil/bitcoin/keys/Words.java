package org.bulbil.bitcoin.keys;

import fr.acinq.bitcoin.MnemonicCode;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The words from which every key of a wallet follows (BIP39). Whoever has them has the money: they
 * are shown only by {@link #reveal}, and never by {@code toString}.
 */
public final class Words {

  private static final int ENTROPY_BYTES = 16;

  private final List<String> words;

  private Words(List<String> words) {
    this.words = List.copyOf(words);
  }

  /**
   * Twelve new words.
   *
   * @param random must be a cryptographically strong generator outside tests
   */
  public static Words draw(RandomGenerator random) {
    var entropy = new byte[ENTROPY_BYTES];
    random.nextBytes(entropy);
    var words = new Words(MnemonicCode.toMnemonics(entropy));
    Arrays.fill(entropy, (byte) 0);
    return words;
  }

  /**
   * Words as a person or a file gives them.
   *
   * @throws IllegalArgumentException where they are not BIP39 words with a right checksum; the
   *     message names none of them
   */
  public static Words parse(String text) {
    var words = List.of(text.strip().split("\\s+"));
    if (!isValid(words)) {
      throw new IllegalArgumentException(
          words.size()
              + " words that are not a BIP39 seed; they are 12 to 24 English words, the"
              + " last of which holds a checksum");
    }
    return new Words(words);
  }

  private static boolean isValid(List<String> words) {
    try {
      MnemonicCode.validate(words, MnemonicCode.INSTANCE.getEnglishWordlist());
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** The words themselves, separated by blanks. For the seed file and for a person who asks. */
  public String reveal() {
    return String.join(" ", words);
  }

  byte[] seed(String passphrase) {
    return MnemonicCode.toSeed(words, passphrase);
  }

  @Override
  public String toString() {
    return words.size() + " secret words";
  }
}
