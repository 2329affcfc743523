package org.bulbil.atlas.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The {@code search} parameter taken apart: words, and parameters written as {@code key:value} or
 * {@code key:"a value"}.
 *
 * @param words that each must match
 * @param qualified values by parameter; of a repeated one the first
 */
record SearchTerms(List<String> words, Map<String, String> qualified) {

  private static final Pattern GRAPHIC = Pattern.compile("[\\p{Graph} ]+");
  private static final Pattern IPV6 = Pattern.compile("\\[?[0-9a-fA-F:.]{1,39}]?");
  private static final Pattern WORD =
      Pattern.compile(
          "\\$?[0-9a-fA-F]{1,40}|[0-9a-zA-Z+/]{1,27}|[0-9a-zA-Z.]{1,19}|\\[?[0-9a-fA-F:.]{1,39}]?");
  private static final Pattern QUALIFIED = Pattern.compile("[a-zA-Z_]+:\"?[\\p{Graph} ]+\"?");
  private static final Pattern ESCAPED_QUOTE = Pattern.compile("\\\\\"");

  /** Parameters that say nothing about a single relay. */
  private static final Set<String> NOT_QUALIFIERS =
      Set.of("search", "fingerprint", "order", "limit", "offset", "fields");

  static SearchTerms parse(String text) {
    if (!GRAPHIC.matcher(text).matches()) {
      throw new BadParameter("search", "of printable ASCII, at least one character", text);
    }
    var words = new ArrayList<String>();
    var qualified = new LinkedHashMap<String, String>();
    for (var term : terms(text)) {
      sort(term, words, qualified);
    }
    return new SearchTerms(words, qualified);
  }

  private static void sort(String term, List<String> words, Map<String, String> qualified) {
    int colon = term.indexOf(':');
    if (colon < 0 || isAddress(term.substring(0, colon))) {
      words.add(term);
      return;
    }
    var key = term.substring(0, colon);
    if (!isQualifier(key)) {
      throw new BadParameter("a search term's key", "a parameter such as country or flag", key);
    }
    qualified.putIfAbsent(key, unquoted(term.substring(colon + 1)));
  }

  private static boolean isQualifier(String key) {
    return QueryReader.KNOWN.contains(key) && !NOT_QUALIFIERS.contains(key);
  }

  private static boolean isAddress(String key) {
    return !isQualifier(key) && IPV6.matcher(key).matches();
  }

  private static String unquoted(String value) {
    return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
        ? ESCAPED_QUOTE.matcher(value.substring(1, value.length() - 1)).replaceAll("\"")
        : value;
  }

  /** Split by blanks, but not within quotes. */
  private static List<String> terms(String text) {
    var terms = new ArrayList<String>();
    var open = new StringBuilder();
    for (var part : text.split(" ", 0)) {
      boolean isInside = !open.isEmpty();
      open.append(isInside ? " " : "").append(part);
      if (isInside == hasOddQuotes(part)) {
        terms.add(checked(open.toString()));
        open.setLength(0);
      }
    }
    if (!open.isEmpty()) {
      throw new BadParameter("search", "with a closing quote for each opening one", text);
    }
    return terms;
  }

  private static boolean hasOddQuotes(String part) {
    var bare = ESCAPED_QUOTE.matcher(part).replaceAll("");
    return bare.chars().filter(letter -> letter == '"').count() % 2 != 0;
  }

  private static String checked(String term) {
    if (!WORD.matcher(term).matches() && !QUALIFIED.matcher(term).matches()) {
      throw new BadParameter(
          "a search term",
          "part of a nickname, the beginning of a fingerprint or an address, or key:value",
          term);
    }
    return term;
  }
}
