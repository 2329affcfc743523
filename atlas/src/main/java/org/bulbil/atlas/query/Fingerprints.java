package org.bulbil.atlas.query;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Nodes by their fingerprint and by the SHA-1 of it, whole or in part. */
final class Fingerprints {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Digits of a block where a fingerprint is written in groups. */
  private static final int BLOCK = 4;

  private final Map<String, Integer> positions;
  private final Beginnings plain;
  private final Beginnings hashed;
  private final Beginnings base64;
  private final Lists<String> blocks;

  Fingerprints(List<Facets> nodes) {
    this.positions = HashMap.newHashMap(2 * nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      positions.put(hash(nodes.get(i)), i);
    }
    for (int i = 0; i < nodes.size(); i++) {
      positions.put(nodes.get(i).fingerprint(), i);
    }
    this.plain = Beginnings.of(nodes, node -> List.of(node.fingerprint()));
    this.hashed = Beginnings.of(nodes, node -> List.of(hash(node)));
    this.base64 = Beginnings.of(nodes, node -> List.of(base64(node)));
    this.blocks = Lists.of(nodes, Fingerprints::blocks);
  }

  /** Adds the node of that fingerprint, or of which it is the hash; none where nobody has it. */
  void addTo(BitSet found, String fingerprint) {
    var position = positions.get(fingerprint);
    if (position != null) {
      found.set(position);
    }
  }

  void addBeginningWith(BitSet found, String digits) {
    var upper = digits.toUpperCase(Locale.ROOT);
    plain.addTo(found, upper);
    hashed.addTo(found, upper);
  }

  void addBase64BeginningWith(BitSet found, String text) {
    base64.addTo(found, text);
  }

  /** Adds those that have a block of these four digits; none where they are not four. */
  void addBlock(BitSet found, String digits) {
    blocks.addTo(found, digits.toUpperCase(Locale.ROOT));
  }

  private static List<String> blocks(Facets node) {
    return IntStream.range(0, node.fingerprint().length() / BLOCK)
        .mapToObj(i -> node.fingerprint().substring(i * BLOCK, (i + 1) * BLOCK))
        .distinct()
        .toList();
  }

  private static String hash(Facets node) {
    try {
      var sha1 = MessageDigest.getInstance("SHA-1");
      return HEX.formatHex(sha1.digest(HEX.parseHex(node.fingerprint())));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-1", impossible);
    }
  }

  private static String base64(Facets node) {
    return Base64.getEncoder().withoutPadding().encodeToString(HEX.parseHex(node.fingerprint()));
  }
}
