package org.bulbil.core.testing;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Spoils texts as strangers and broken disks do: cut, doubled, swapped, with what no reader hopes
 * for. The same seed spoils in the same way; a test names it where it fails.
 */
public final class Noise {

  /** Replays a run: {@code -Dnoise.seed=…}. */
  private static final String SEED = "noise.seed";

  private static final List<String> NASTY =
      List.of(
          "\u0000",
          "\n",
          "\r\n",
          "\t",
          " ",
          "\"",
          "\\",
          "<script>",
          "&amp;",
          "%00",
          "../",
          "'",
          "\ud800",
          "\udc00",
          "\uFFFD",
          "\u202E",
          "\u200B",
          "e\u0301",
          "\uD83E\uDDC5",
          "\u00A0",
          "-1",
          "0",
          "99999999999999999999",
          "1e309",
          "NaN",
          ":",
          "::",
          "=",
          "@",
          "[]",
          "$",
          "-----BEGIN ",
          "-----END",
          "btc:",
          "bitcoin:",
          "bc1",
          "BC1",
          "1",
          "3",
          "A".repeat(500),
          " ".repeat(500),
          ":".repeat(500));

  private final long seed;
  private final RandomGenerator random;

  /** With the seed of the property {@value #SEED}, or one that was never used before. */
  public Noise() {
    this(Long.getLong(SEED, System.nanoTime()));
  }

  public Noise(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  /** How to see the same again. */
  public String replay() {
    return "replay with -D" + SEED + "=" + seed;
  }

  /** One of them, spoilt at some places; often into nonsense, sometimes hardly. */
  public String spoilt(List<String> texts) {
    var text = one(texts);
    int wounds = 1 + random.nextInt(6);
    for (int i = 0; i < wounds; i++) {
      text = wounded(text, texts);
    }
    return text;
  }

  private String wounded(String text, List<String> others) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(40));
    var head = text.substring(0, from);
    var middle = text.substring(from, to);
    var tail = text.substring(to);
    return switch (random.nextInt(8)) {
      case 0 -> head + tail;
      case 1 -> head + middle + middle + tail;
      case 2 -> head + one(NASTY) + tail;
      case 3 -> head + one(NASTY) + middle + tail;
      case 4 -> head + (char) random.nextInt(0x3000) + tail;
      case 5 -> head;
      case 6 -> head + part(one(others)) + tail;
      default -> tail + head;
    };
  }

  private String part(String text) {
    int from = random.nextInt(text.length() + 1);
    return text.substring(from, from + random.nextInt(text.length() - from + 1));
  }

  private String one(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
