package org.bulbil.atlas.query;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bulbil.atlas.query.Criterion.Kind;
import org.bulbil.atlas.query.Criterion.Seen;
import org.bulbil.atlas.query.Order.Direction;
import org.jspecify.annotations.Nullable;

/** Reads Onionoo's parameters; throws {@link BadParameter} at the first rule that is broken. */
final class QueryReader {

  private static final Pattern FINGERPRINTS =
      Pattern.compile("[0-9a-zA-Z]{40}(?:,[0-9a-zA-Z]{40})*+");
  private static final Pattern COUNTRY = Pattern.compile("[0-9a-zA-Z]{2}");
  private static final Pattern NUMBERS =
      Pattern.compile("(?:[aA][sS])?[0-9]{1,40}(?:,(?:[aA][sS])?[0-9]{1,40})*+");
  private static final Pattern FLAG = Pattern.compile("[a-zA-Z0-9]{1,20}");
  private static final Pattern DAYS = Pattern.compile("(?=.{1,10}$)([0-9]*)(?:(-)([0-9]*))?");
  private static final Pattern VERSIONS = Pattern.compile("[0-9a-zA-Z,.-]+");
  private static final Pattern HOST_NAME = Pattern.compile("[0-9A-Za-z_.-]+");
  private static final Pattern FIELDS = Pattern.compile("[0-9a-zA-Z_,]*");
  private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

  /** Autonomous systems have 32 bits (RFC 6793). */
  private static final long AS_MAX = 4_294_967_295L;

  /** Of offset and limit. */
  private static final int PAGE_DIGITS = 6;

  /** How each parameter that chooses nodes is read. */
  private static final Map<String, Function<String, Criterion>> CRITERIA = criteria();

  /** All parameters of the protocol. */
  static final Set<String> KNOWN = known();

  private QueryReader() {}

  private static Map<String, Function<String, Criterion>> criteria() {
    var readers = new LinkedHashMap<String, Function<String, Criterion>>();
    readers.put("type", QueryReader::kind);
    readers.put("running", text -> new Criterion.Running(truth("running", text)));
    readers.put("lookup", text -> new Criterion.Lookup(fingerprints("lookup", text)));
    readers.put("country", QueryReader::country);
    readers.put("as", QueryReader::systems);
    readers.put("as_name", text -> new Criterion.AsName(parts("as_name", text)));
    readers.put("flag", QueryReader::flag);
    readers.put("first_seen_days", text -> days("first_seen_days", Seen.FIRST, text));
    readers.put("last_seen_days", text -> days("last_seen_days", Seen.LAST, text));
    readers.put("first_seen_since", text -> since("first_seen_since", Seen.FIRST, text));
    readers.put("last_seen_since", text -> since("last_seen_since", Seen.LAST, text));
    readers.put("contact", text -> new Criterion.Contact(parts("contact", text)));
    readers.put("family", QueryReader::family);
    readers.put("version", QueryReader::versions);
    readers.put("os", text -> new Criterion.OperatingSystem(lower(printable("os", text))));
    readers.put("host_name", QueryReader::hostName);
    readers.put("recommended_version", QueryReader::recommended);
    readers.put(
        "overload_status", text -> new Criterion.Overloaded(truth("overload_status", text)));
    readers.put("transport", text -> new Criterion.Transport(lower(printable("transport", text))));
    return readers;
  }

  private static Set<String> known() {
    var known = new HashSet<>(CRITERIA.keySet());
    known.addAll(Set.of("search", "order", "limit", "offset", "fields"));
    return Set.copyOf(known);
  }

  static Query read(Map<String, List<String>> parameters) {
    var given = new HashMap<String, String>();
    parameters.forEach((name, values) -> given.put(known(name), values.getFirst()));
    var search = Optional.ofNullable(given.get("search")).map(SearchTerms::parse);
    search.ifPresent(terms -> terms.qualified().forEach(given::putIfAbsent));
    var criteria = new ArrayList<Criterion>();
    search.ifPresent(terms -> terms.words().forEach(w -> criteria.add(new Criterion.Search(w))));
    CRITERIA.forEach((name, reader) -> read(given.get(name), reader).ifPresent(criteria::add));
    return new Query(
        criteria,
        read(given.get("order"), QueryReader::order).orElse(List.of()),
        read(given.get("offset"), text -> count("offset", text)).orElse(0),
        read(given.get("limit"), text -> count("limit", text))
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty()),
        read(given.get("fields"), QueryReader::fields));
  }

  private static <T> Optional<T> read(@Nullable String value, Function<String, T> reader) {
    return Optional.ofNullable(value).map(reader);
  }

  private static String known(String name) {
    if (!KNOWN.contains(name)) {
      throw new BadParameter("a parameter", "one of the protocol's", name);
    }
    return name;
  }

  private static Criterion kind(String text) {
    return switch (lower(text)) {
      case "relay" -> new Criterion.OfKind(Kind.RELAY);
      case "bridge" -> new Criterion.OfKind(Kind.BRIDGE);
      default -> throw new BadParameter("type", "relay or bridge", text);
    };
  }

  private static boolean truth(String name, String text) {
    return switch (lower(text)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new BadParameter(name, "true or false", text);
    };
  }

  private static Criterion recommended(String text) {
    return new Criterion.Recommended(truth("recommended_version", text));
  }

  private static Set<String> fingerprints(String name, String text) {
    check(FINGERPRINTS, name, "fingerprints of 40 hexadecimal digits, separated by commas", text);
    return Arrays.stream(text.toUpperCase(Locale.ROOT).split(",")).collect(toUnmodifiableSet());
  }

  private static Criterion family(String text) {
    var one = fingerprints("family", text);
    if (text.indexOf(',') >= 0) {
      throw new BadParameter("family", "one fingerprint", text);
    }
    return new Criterion.Family(one.iterator().next());
  }

  private static Criterion country(String text) {
    check(COUNTRY, "country", "two letters, xz where it is unknown", text);
    return new Criterion.Country(lower(text));
  }

  private static Criterion systems(String text) {
    check(NUMBERS, "as", "numbers such as 3320 or AS3320, separated by commas", text);
    return new Criterion.AutonomousSystems(
        Arrays.stream(lower(text).split(","))
            .map(QueryReader::system)
            .collect(toUnmodifiableSet()));
  }

  private static Long system(String text) {
    var digits = text.replaceFirst("^(?:as)?0*(?=[0-9])", "");
    if (digits.length() > 10 || Long.parseLong(digits) > AS_MAX) {
      throw new BadParameter("as", "at most " + AS_MAX, text);
    }
    return Long.valueOf(digits);
  }

  private static Criterion flag(String text) {
    check(FLAG, "flag", "one flag of at most 20 letters and digits", text);
    return new Criterion.Flag(lower(text));
  }

  private static Criterion days(String name, Seen seen, String text) {
    var rule = "days as x, x-y, x- or -y, x at most y";
    var range = DAYS.matcher(text);
    if (!range.matches()) {
      throw new BadParameter(name, rule, text);
    }
    boolean isSingle = range.group(2) == null;
    int from = day(name, text, range.group(1), isSingle ? -1 : 0);
    int to = isSingle ? from : day(name, text, range.group(3), Integer.MAX_VALUE);
    if (from < 0 || from > to) {
      throw new BadParameter(name, rule, text);
    }
    return new Criterion.SeenDays(seen, from, to);
  }

  private static int day(String name, String text, String digits, int otherwise) {
    if (digits.isEmpty()) {
      return otherwise;
    }
    long day = Long.parseLong(digits);
    if (day > Integer.MAX_VALUE) {
      throw new BadParameter(name, "at most " + Integer.MAX_VALUE, text);
    }
    return (int) day;
  }

  private static Criterion since(String name, Seen seen, String text) {
    try {
      return new Criterion.SeenSince(seen, LocalDate.parse(text));
    } catch (DateTimeException _) {
      throw new BadParameter(name, "a date such as 2026-02-22", text);
    }
  }

  private static List<String> parts(String name, String text) {
    return List.of(lower(printable(name, text)).split(" "));
  }

  private static Criterion versions(String text) {
    check(VERSIONS, "version", "versions and ranges such as 0.4.8,0.4.9.1..0.4.9.5", text);
    return new Criterion.Versions(Arrays.stream(text.split(",")).map(VersionRange::parse).toList());
  }

  private static Criterion hostName(String text) {
    check(HOST_NAME, "host_name", "the end of a host name", text);
    return new Criterion.HostName(lower(text));
  }

  private static List<Order> order(String text) {
    var order = new ArrayList<Order>();
    for (var part : lower(text).split(",", 0)) {
      var next = order(text, part);
      if (order.stream().anyMatch(former -> former.key() == next.key())) {
        throw new BadParameter("order", "each field once", text);
      }
      order.add(next);
    }
    return order;
  }

  private static Order order(String text, String part) {
    var direction = part.startsWith("-") ? Direction.DESCENDING : Direction.ASCENDING;
    return switch (part.startsWith("-") ? part.substring(1) : part) {
      case "consensus_weight" -> new Order(Order.Key.CONSENSUS_WEIGHT, direction);
      case "first_seen" -> new Order(Order.Key.FIRST_SEEN, direction);
      default ->
          throw new BadParameter("order", "of consensus_weight and first_seen, or - and one", text);
    };
  }

  /** A negative one counts as zero. */
  private static int count(String name, String text) {
    var rule = "a whole number of at most %d characters".formatted(PAGE_DIGITS);
    if (text.length() > PAGE_DIGITS) {
      throw new BadParameter(name, rule, text);
    }
    try {
      return Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException _) {
      throw new BadParameter(name, rule, text);
    }
  }

  private static Set<String> fields(String text) {
    check(FIELDS, "fields", "names separated by commas", text);
    return Arrays.stream(lower(text).split(",")).collect(toUnmodifiableSet());
  }

  private static String printable(String name, String text) {
    check(PRINTABLE, name, "of printable ASCII", text);
    return text;
  }

  private static void check(Pattern form, String name, String rule, String text) {
    if (!form.matcher(text).matches()) {
      throw new BadParameter(name, rule, text);
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
