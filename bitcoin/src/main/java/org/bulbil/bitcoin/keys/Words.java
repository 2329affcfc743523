package org.bulbil.bitcoin.keys;

import fr.acinq.bitcoin.MnemonicCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The words from which every key of a wallet follows (BIP39). Whoever has them has the money: they
 * are shown only by {@link #reveal}, and never by {@code toString}.
 */
public final class Words {

  private static final int ENTROPY_BYTES = 16;

  /** Of words, for 128 to 256 bits. */
  private static final Set<Integer> COUNTS = Set.of(12, 15, 18, 21, 24);

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
    var words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    fault(words)
        .ifPresent(
            rule -> {
              throw new IllegalArgumentException("not a BIP39 seed: " + rule);
            });
    return new Words(words);
  }

  /** The rule that they break, without naming one of them. */
  private static Optional<String> fault(List<String> words) {
    var list = MnemonicCode.INSTANCE.getEnglishWordlist();
    if (!COUNTS.contains(words.size())) {
      return Optional.of("a seed has 12, 15, 18, 21 or 24 words, not " + words.size());
    }
    var unknown = IntStream.range(0, words.size()).filter(i -> !list.contains(words.get(i)));
    var first = unknown.findFirst();
    if (first.isPresent()) {
      return Optional.of("word %d is not in the English list".formatted(first.getAsInt() + 1));
    }
    return isChecked(words)
        ? Optional.empty()
        : Optional.of("its checksum is wrong; one word is another, or two have changed places");
  }

  private static boolean isChecked(List<String> words) {
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
