package org.bulbil.core.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of CIISS 2 and 3, as complaints about fields that break them. */
final class ContactRules {

  private static final Set<String> PROOFS_OF_2 = Set.of("uri-rsa", "dns-rsa");
  private static final Set<String> PROOFS_OF_3 =
      Set.of("uri-familyid-ed25519", "dns-familyid-ed25519");

  /** Of a value in a complaint: enough to recognise it. */
  private static final int SHOWN = 60;

  private ContactRules() {}

  static List<String> problems(Map<String, String> fields) {
    var problems = new ArrayList<String>();
    fields.forEach((key, value) -> form(key, value).ifPresent(problems::add));
    if (fields.keySet().stream().anyMatch(key -> Field.of(key).isPresent())) {
      version(fields).ifPresent(problems::add);
      proof(fields).ifPresent(problems::add);
    }
    return problems;
  }

  private static Optional<String> form(String key, String value) {
    return Field.of(key)
        .filter(field -> !field.admits(value))
        .map(field -> "%s must be %s, not \"%s\"".formatted(key, field.words(), shown(value)));
  }

  /** A line without any field of CIISS does not claim to follow it, and need not. */
  private static Optional<String> version(Map<String, String> fields) {
    var version = fields.get("ciissversion");
    if (version == null) {
      return Optional.of("ciissversion is missing, such as ciissversion:2");
    }
    return Set.of("1", "2", "3").contains(version) || !Field.CIISSVERSION.admits(version)
        ? Optional.empty()
        : Optional.of("ciissversion " + version + " is not known; 2 and 3 are");
  }

  private static Optional<String> proof(Map<String, String> fields) {
    var proof = fields.get("proof");
    if (!fields.containsKey("url")) {
      return Optional.empty(); // "proof" is ignored where there is no url.
    }
    if (proof == null) {
      return Optional.of("url is not believed without proof, such as proof:uri-familyid-ed25519");
    }
    var version = fields.getOrDefault("ciissversion", "");
    var isOfOther =
        (version.equals("2") && PROOFS_OF_3.contains(proof))
            || (version.equals("3") && PROOFS_OF_2.contains(proof));
    return isOfOther
        ? Optional.of("proof " + proof + " is not one of ciissversion " + version)
        : Optional.empty();
  }

  /** Safe to print: a contact line may hold control characters and other people's scripts. */
  static String shown(String value) {
    var printable = value.replaceAll("[^ -~]", "?");
    return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "...";
  }
}
