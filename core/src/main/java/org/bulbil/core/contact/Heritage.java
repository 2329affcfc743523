package org.bulbil.core.contact;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bulbil.core.genome.Lineage;

/**
 * What a relay of ours says about its descent: {@code bulbil generation:3 parent:FINGERPRINT
 * genes:xxxxxxxx family:ID}. Readers of CIISS see a free word and four keys that they do not know.
 *
 * @param lineage generation and parent
 * @param genes digest of the genome, 8 lower-case hex digits
 * @param family that it declares by a key; empty while it has not been given the key
 */
public record Heritage(Lineage lineage, String genes, Optional<FamilyId> family) {

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{8}");
  private static final Pattern FORM =
      Pattern.compile(
          "(?<!\\S)bulbil generation:([0-9]{1,4})(?: parent:([0-9A-F]{40}))?"
              + " genes:([0-9a-f]{8})(?: family:("
              + FamilyId.FORM
              + "))?(?!\\S)");

  public Heritage {
    if (!DIGEST.matcher(genes).matches()) {
      throw new IllegalArgumentException(
          "a genome's digest is 8 lower-case hexadecimal digits, not " + genes);
    }
  }

  /** Of a relay that declares no family yet. */
  public Heritage(Lineage lineage, String genes) {
    this(lineage, genes, Optional.empty());
  }

  /** As it stands in a contact line. */
  public String text() {
    var parent = lineage.parent().map(fingerprint -> " parent:" + fingerprint).orElse("");
    var kin = family.map(id -> " family:" + id).orElse("");
    return "bulbil generation:" + lineage.generation() + parent + " genes:" + genes + kin;
  }

  /** What a contact line says of it; empty where it says nothing, or nothing that can be true. */
  public static Optional<Heritage> find(String line) {
    var found = FORM.matcher(line);
    if (!found.find()) {
      return Optional.empty();
    }
    int generation = Integer.parseInt(found.group(1));
    var parent = Optional.ofNullable(found.group(2));
    var family = Optional.ofNullable(found.group(4)).map(FamilyId::new);
    return parent.isPresent() == generation > 0
        ? Optional.of(new Heritage(new Lineage(generation, parent), found.group(3), family))
        : Optional.empty();
  }
}
