package org.bulbil.cli.contact;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bulbil.core.contact.Addresses.Found;
import org.jspecify.annotations.Nullable;

/**
 * What a contact line says, for scripts.
 *
 * @param fields by key of CIISS, in the line's order
 * @param version of CIISS that it says it follows
 * @param aliases OpenAlias names, which were not looked up
 */
@Json
record ContactJson(
    Map<String, String> fields,
    @Nullable Integer version,
    List<Address> addresses,
    List<String> aliases,
    List<String> problems) {

  private static final Jsonb JSON = Jsonb.builder().serializeNulls(true).build();
  private static final Pattern FOREIGN = Pattern.compile("[^ -~]");

  /**
   * A bitcoin address whose checksum is right.
   *
   * @param where field, uri or text
   */
  @Json
  record Address(String address, String kind, String network, String where) {

    static Address of(Found found) {
      var address = found.address();
      return new Address(
          address.text(),
          address.kind().toString(),
          address.chain().toString(),
          found.place().toString());
    }
  }

  /** In ASCII, so that no terminal and no locale changes it. */
  String json() {
    return FOREIGN.matcher(JSON.toJson(this)).replaceAll(letter -> escaped(letter.group()));
  }

  /** One letter of two halves is written as two. */
  private static String escaped(String letter) {
    return letter.chars().mapToObj("\\\\u%04x"::formatted).collect(Collectors.joining());
  }
}
