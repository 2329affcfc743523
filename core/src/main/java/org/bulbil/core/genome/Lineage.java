package org.bulbil.core.genome;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a relay comes from.
 *
 * @param generation 0 for a founder, its parent's and one for a child; at most 9999
 * @param parent the parent's fingerprint, 40 upper-case hex digits; empty for a founder
 */
public record Lineage(int generation, Optional<String> parent) {

  /** The lineage of a relay that people started. */
  public static final Lineage FOUNDER = new Lineage(0, Optional.empty());

  private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-F]{40}");
  private static final int MAX_GENERATION = 9999;

  public Lineage {
    if (generation < 0 || generation > MAX_GENERATION) {
      throw new IllegalArgumentException("not a generation (0 to 9999): " + generation);
    }
    if (parent.isPresent() != generation > 0) {
      throw new IllegalArgumentException(
          "generation " + generation + ": a founder has no parent, everybody else has one");
    }
    parent.ifPresent(Lineage::check);
  }

  private static void check(String parent) {
    if (!FINGERPRINT.matcher(parent).matches()) {
      throw new IllegalArgumentException(
          "a fingerprint is 40 upper-case hexadecimal digits, not " + parent);
    }
  }

  /** The lineage of a child of the relay that has this lineage and {@code fingerprint}. */
  public Lineage child(String fingerprint) {
    return new Lineage(generation + 1, Optional.of(fingerprint));
  }
}
