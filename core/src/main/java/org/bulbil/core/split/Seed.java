package org.bulbil.core.split;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a lottery is drawn with: the hash of a block that nobody knew when the relays were, and the
 * hash of what was known of the relays. Not the payment's id: its outputs depend on who wins.
 *
 * @param block hash of the block, 64 hexadecimal digits as explorers show it
 * @param snapshot SHA-256 of the snapshot, 64 hexadecimal digits
 */
public record Seed(String block, String snapshot) {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  public Seed {
    block = checked("a block's hash", block);
    snapshot = checked("a snapshot's hash", snapshot);
  }

  private static String checked(String what, String hash) {
    var small = hash.toLowerCase(Locale.ROOT);
    if (!HASH.matcher(small).matches()) {
      throw new IllegalArgumentException(what + " is 64 hexadecimal digits, not '" + hash + "'");
    }
    return small;
  }

  /**
   * The first 64 bits, in hexadecimal digits, of the SHA-256 of {@code "bulbil tip lottery 1"},
   * block and snapshot, each followed by a line feed.
   */
  String digits() {
    var text = "bulbil tip lottery 1\n" + block + "\n" + snapshot + "\n";
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, Long.BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
