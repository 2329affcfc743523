package org.bulbil.core.genome;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.bulbil.core.lease.Slugs;

/**
 * The settings that a relay hands down and that may change at a birth.
 *
 * @param region slug of the region
 * @param plan slug of the plan
 * @param values every {@link Gene}, within its bounds
 */
public record Genome(String region, String plan, Map<Gene, Integer> values) {

  public Genome {
    Slugs.check("region", region);
    Slugs.check("plan", plan);
    var checked = new EnumMap<Gene, Integer>(Gene.class);
    for (var gene : Gene.values()) {
      checked.put(gene, checked(gene, values));
    }
    values = Collections.unmodifiableMap(checked);
  }

  private static int checked(Gene gene, Map<Gene, Integer> values) {
    var value = values.get(gene);
    if (value == null || value != gene.clamp(value)) {
      throw new IllegalArgumentException(
          "gene %s must be %d to %d, not %s".formatted(gene.key(), gene.min(), gene.max(), value));
    }
    return value;
  }

  /** The genome of a relay without a parent. */
  public static Genome founder(String region, String plan) {
    var values = new EnumMap<Gene, Integer>(Gene.class);
    for (var gene : Gene.values()) {
      values.put(gene, gene.usual());
    }
    return new Genome(region, plan, values);
  }

  public int bandwidthPercent() {
    return value(Gene.BANDWIDTH);
  }

  /**
   * The gene by which the reserve is measured; see {@link org.bulbil.core.policy.Reserve}. Only the
   * rules of others take it for rent-days.
   */
  public int reserveDays() {
    return value(Gene.RESERVE);
  }

  /** In rent-days. */
  public int creditDays() {
    return value(Gene.CREDIT);
  }

  public int coinFeePercent() {
    return value(Gene.COIN_FEE);
  }

  /** In rent-days. */
  public int leadDays() {
    return value(Gene.LEAD);
  }

  public int value(Gene gene) {
    return checked(gene, values);
  }

  public Genome with(Gene gene, int value) {
    var changed = new EnumMap<Gene, Integer>(values);
    changed.put(gene, value);
    return new Genome(region, plan, changed);
  }

  public Genome withRegion(String elsewhere) {
    return new Genome(elsewhere, plan, values);
  }

  public Genome withPlan(String other) {
    return new Genome(region, other, values);
  }

  /** One line of text, {@code 1;region=ewr;plan=vc2-1c-1gb;bandwidth=80;…}, as {@link #decode}. */
  public String encode() {
    return GenomeText.write(this);
  }

  /**
   * Reads an encoding, also one from a younger program: unknown genes are ignored, missing ones get
   * their usual value, and numbers outside our bounds are brought to the nearest within.
   *
   * @throws IllegalArgumentException where it is not an encoding, or one of another version
   */
  public static Genome decode(String text) {
    return GenomeText.read(text);
  }

  /** The first 8 hex digits of the encoding's SHA-256: names a genome in a contact line. */
  public String digest() {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      var hash = sha256.digest(encode().getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
