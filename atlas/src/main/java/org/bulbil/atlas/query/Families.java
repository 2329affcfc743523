package org.bulbil.atlas.query;

import java.util.BitSet;
import java.util.List;

/** Who is in a family with whom: by mutual mention, or by a key that vouches for both. */
final class Families {

  private final List<String> fingerprints;
  private final List<List<String>> members;
  private final List<List<String>> ids;
  private final Lists<String> byId;

  Families(List<Facets> nodes) {
    this.fingerprints = nodes.stream().map(Facets::fingerprint).toList();
    this.members = nodes.stream().map(Facets::family).toList();
    this.ids = nodes.stream().map(Facets::familyIds).toList();
    this.byId = Lists.of(nodes, Facets::familyIds);
  }

  /**
   * That relay and all in a family with it; none where nobody has that fingerprint. Where it is the
   * hash of one, the relay alone, as Onionoo has it.
   */
  BitSet of(String fingerprint, Fingerprints known) {
    var family = new BitSet();
    known.addTo(family, fingerprint);
    int one = family.nextSetBit(0);
    if (one >= 0 && fingerprints.get(one).equals(fingerprint)) {
      members.get(one).forEach(member -> known.addTo(family, member));
      ids.get(one).forEach(id -> byId.addTo(family, id));
    }
    return family;
  }
}
