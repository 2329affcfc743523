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

/** Nodes by their fingerprint and by the SHA-1 of it, whole or in part. */
final class Fingerprints {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final Map<String, Integer> positions;
  private final Beginnings plain;
  private final Beginnings hashed;
  private final Beginnings base64;
  private final Blocks blocks;

  Fingerprints(List<Facets> nodes) {
    this.positions = HashMap.newHashMap(2 * nodes.size());
    var hashes = nodes.stream().map(node -> hash(node.fingerprint())).toList();
    for (int i = 0; i < nodes.size(); i++) {
      positions.put(hashes.get(i), i);
    }
    for (int i = 0; i < nodes.size(); i++) {
      positions.put(nodes.get(i).fingerprint(), i);
    }
    this.plain = Beginnings.of(nodes.stream().map(Facets::fingerprint).toList());
    this.hashed = Beginnings.of(hashes);
    this.base64 = Beginnings.of(nodes.stream().map(Fingerprints::base64).toList());
    this.blocks = new Blocks(nodes);
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
    blocks.addTo(found, digits);
  }

  /** The SHA-1 of a fingerprint's bytes, in the same form. */
  static String hash(String fingerprint) {
    try {
      var sha1 = MessageDigest.getInstance("SHA-1");
      return HEX.formatHex(sha1.digest(HEX.parseHex(fingerprint)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-1", impossible);
    }
  }

  private static String base64(Facets node) {
    return Base64.getEncoder().withoutPadding().encodeToString(HEX.parseHex(node.fingerprint()));
  }
}
