package org.bulbil.agent.survive;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What keeps the money safe, each to be taken away, to show that its loss is found. */
enum Protection {
  /**
   * A payment is on disk before it leaves: else nothing of a heartbeat is durable until its end.
   */
  OUTBOX("outbox"),
  /** Attempts at one bill share a coin: else a higher bid is paid from other coins. */
  SHARED_INPUT("shared-input"),
  /** A birth delays nothing: else nothing is asked for while a birth waits for its answer. */
  BUDGETS("budgets"),
  /** A gift counts when it is proven: else any block is as good as one with work. */
  PROOFS("proofs"),
  /** An unknown top-up is settled by reading the expiry: else it is simply made again. */
  READBACK("readback");

  private final String word;

  Protection(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static Protection named(String word) {
    return Arrays.stream(values())
        .filter(protection -> protection.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no protection is called '%s'; there are %s".formatted(word, words())));
  }

  private static String words() {
    return Arrays.stream(values())
        .map(Protection::word)
        .collect(Collectors.joining(", "))
        .toLowerCase(Locale.ROOT);
  }
}
