package org.bulbil.core.contact;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody's contact line says, read leniently: pairs may stand anywhere between other words,
 * unknown ones are ignored, and of a key that stands twice the first counts (CIISS v2).
 *
 * @param email with {@code @} again where the line had {@code []}; not checked
 * @param hoster not checked
 * @param url not checked
 * @param btc the word in the {@code btc} field where it has the form of a bitcoin address; its
 *     checksum is the reader's business
 * @param ciissversion not checked
 * @param heritage where the relay is one of ours
 */
public record ContactInfo(
    Optional<String> email,
    Optional<String> hoster,
    Optional<String> url,
    Optional<String> btc,
    Optional<String> ciissversion,
    Optional<Heritage> heritage) {

  /** CIISS: less than 100 letters and digits. */
  static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9]{14,99}");

  /** Characters that are read of a line: twice the longest of 10,568 relays in 2026. */
  private static final int MAX_LENGTH = 8192;

  private static final Pattern PAIR = Pattern.compile("(?<!\\S)([A-Za-z0-9]+):(\\S+)");

  public static ContactInfo read(String line) {
    var text = line.substring(0, Math.min(line.length(), MAX_LENGTH));
    var fields = fields(text);
    return new ContactInfo(
        field(fields, "email").map(email -> email.replace("[]", "@")),
        field(fields, "hoster"),
        field(fields, "url"),
        field(fields, "btc").filter(ADDRESS.asMatchPredicate()),
        field(fields, "ciissversion"),
        Heritage.find(text));
  }

  private static Map<String, String> fields(String text) {
    var fields = new HashMap<String, String>();
    PAIR.matcher(text)
        .results()
        .forEach(pair -> fields.putIfAbsent(pair.group(1).toLowerCase(Locale.ROOT), pair.group(2)));
    return fields;
  }

  private static Optional<String> field(Map<String, String> fields, String key) {
    return Optional.ofNullable(fields.get(key));
  }
}
