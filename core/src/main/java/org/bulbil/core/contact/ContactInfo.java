package org.bulbil.core.contact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What somebody's contact line says, read leniently by CIISS 2 and 3: pairs may stand anywhere
 * between other words, unknown keys are kept, and of a key that stands twice the first counts. No
 * content makes it fail; what breaks a rule is among the problems and kept all the same.
 *
 * @param fields by key in small letters, in the line's order; values as written, at most {@value
 *     #MAX_LENGTH} characters together; they may hold anything but white space
 * @param heritage where the relay is one of ours
 * @param problems a sentence each, printable
 */
public record ContactInfo(
    Map<String, String> fields, Optional<Heritage> heritage, List<String> problems) {

  /** CIISS: less than 100 letters and digits. */
  static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9]{14,99}");

  /** Characters that are read of a line: twice the longest of 10,568 relays in 2026. */
  static final int MAX_LENGTH = 8192;

  /** A value that begins with two slashes is what follows the scheme of a URL in free text. */
  private static final Pattern PAIR =
      Pattern.compile("(?<!\\S)([A-Za-z0-9]{1,32}):(?!//)(\\S{1,8192})");

  public ContactInfo {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    problems = List.copyOf(problems);
  }

  public static ContactInfo read(String line) {
    var text = bounded(line);
    var problems = new ArrayList<String>();
    if (text.length() < line.length()) {
      problems.add("the line is longer than " + MAX_LENGTH + " characters; the rest was not read");
    }
    var fields = fields(text, problems::add);
    problems.addAll(ContactRules.problems(fields));
    return new ContactInfo(fields, Heritage.find(text), problems);
  }

  /** As much of a line as is read. */
  static String bounded(String line) {
    return line.substring(0, Math.min(line.length(), MAX_LENGTH));
  }

  static Map<String, String> fields(String text) {
    return fields(text, _ -> {});
  }

  private static Map<String, String> fields(String text, Consumer<String> problems) {
    var fields = new LinkedHashMap<String, String>();
    PAIR.matcher(text)
        .results()
        .forEach(
            pair -> {
              var key = pair.group(1).toLowerCase(Locale.ROOT);
              var first = fields.putIfAbsent(key, pair.group(2));
              if (first != null && !first.equals(pair.group(2)) && Field.of(key).isPresent()) {
                problems.accept(key + " stands more than once; only the first counts");
              }
            });
    return fields;
  }

  /** The value of a field, such as {@code hoster}; not checked. */
  public Optional<String> field(String key) {
    return Optional.ofNullable(fields.get(key));
  }

  /** With {@code @} again where the line had {@code []}; not checked. */
  public Optional<String> email() {
    return field("email").map(email -> email.replace("[]", "@"));
  }

  /** Not checked. */
  public Optional<String> hoster() {
    return field("hoster");
  }

  /** Not checked, and anybody may write anybody's: only a proof makes it the relay's. */
  public Optional<String> url() {
    return field("url");
  }

  /**
   * The word in the {@code btc} field where it has the form of a bitcoin address; {@link Addresses}
   * checks checksums and finds addresses elsewhere.
   */
  public Optional<String> btc() {
    return field("btc").filter(ADDRESS.asMatchPredicate());
  }

  /** The version of CIISS that the line says it follows; empty where it says none, or nonsense. */
  public Optional<Integer> version() {
    return field("ciissversion").filter(Field.CIISSVERSION::admits).map(Integer::valueOf);
  }
}
