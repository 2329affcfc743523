package org.bulbil.atlas.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bulbil.core.outcome.Outcome;

/**
 * Which part of the list is wanted.
 *
 * @param asked parameters of Onionoo's protocol
 * @param offset rows left out at the beginning
 */
record ListQuery(
    Map<String, String> asked, Set<Filter> filters, Sort sort, Direction direction, int offset) {

  /** Rows of a page. */
  static final int ROWS = 100;

  static final ListQuery ALL =
      new ListQuery(Map.of(), Set.of(), Sort.WEIGHT, Direction.DESCENDING, 0);

  private static final int OFFSET_DIGITS = 7;

  /** Of the protocol, but not of a list: it has its own order and pages. */
  private static final Set<String> OTHERWISE = Set.of("order", "limit", "fields", "type");

  ListQuery {
    asked = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(asked));
    filters = Set.copyOf(filters);
  }

  /** Those that {@code filter} lets through, and that need money first. */
  static ListQuery only(Filter filter) {
    return new ListQuery(Map.of(), Set.of(filter), Sort.RUNWAY, Direction.ASCENDING, 0);
  }

  /** Reads a form; empty fields count as not given. Refused with the parameter and its rule. */
  static Outcome<ListQuery> read(Map<String, String> parameters) {
    var asked = new LinkedHashMap<String, String>();
    var filters = new LinkedHashSet<Filter>();
    parameters.forEach(
        (name, value) -> {
          var filter = filter(name);
          if (filter.isPresent() && value.equals("true")) {
            filters.add(filter.get());
          } else if (filter.isEmpty() && !value.isBlank() && !isOurs(name)) {
            asked.put(name, value);
          }
        });
    return asked.keySet().stream()
        .filter(OTHERWISE::contains)
        .findFirst()
        .map(
            name ->
                ListQuery.<ListQuery>refused("the list knows no " + name + "; use sort and offset"))
        .orElseGet(() -> ordered(asked, filters, parameters));
  }

  private static Outcome<ListQuery> ordered(
      Map<String, String> asked, Set<Filter> filters, Map<String, String> parameters) {
    var order = parameters.getOrDefault("sort", "-weight");
    var key = order.startsWith("-") ? order.substring(1) : order;
    var direction = order.startsWith("-") ? Direction.DESCENDING : Direction.ASCENDING;
    var offset = offset(parameters.getOrDefault("offset", "0"));
    if (Sort.of(key).isEmpty()) {
      return refused("sort must be one of " + keys() + ", or - and one");
    }
    return offset.isEmpty()
        ? refused("offset must be a whole number of at most " + OFFSET_DIGITS + " digits")
        : Outcome.done(new ListQuery(asked, filters, Sort.of(key).get(), direction, offset.get()));
  }

  private static String keys() {
    return Arrays.stream(Sort.values()).map(Sort::key).collect(Collectors.joining(", "));
  }

  private static Optional<Filter> filter(String name) {
    return Arrays.stream(Filter.values()).filter(filter -> filter.key().equals(name)).findFirst();
  }

  private static boolean isOurs(String name) {
    return name.equals("sort") || name.equals("offset") || name.equals("theme");
  }

  private static Optional<Integer> offset(String text) {
    return text.matches("[0-9]{1," + OFFSET_DIGITS + "}")
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }

  private static <T> Outcome<T> refused(String rule) {
    return Outcome.refused(rule, 400);
  }

  /** As {@link org.bulbil.atlas.query.Query} reads it. */
  Map<String, List<String>> parameters() {
    return asked.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
  }

  ListQuery by(Sort other, Direction way) {
    return new ListQuery(asked, filters, other, way, 0);
  }

  ListQuery from(int row) {
    return new ListQuery(asked, filters, sort, direction, row);
  }

  /** One address for one list: what is usual is left out. */
  Place place() {
    var parameters = new LinkedHashMap<>(asked);
    filters.stream().sorted().forEach(filter -> parameters.put(filter.key(), "true"));
    if (sort != ALL.sort() || direction != ALL.direction()) {
      parameters.put("sort", (direction == Direction.DESCENDING ? "-" : "") + sort.key());
    }
    if (offset > 0) {
      parameters.put("offset", Integer.toString(offset));
    }
    return new Place("/", parameters);
  }

  /** Of a list of all relays, which has an order and a page and nothing else. */
  static String fileName(Map<String, String> parameters) {
    if (parameters.isEmpty()) {
      return "index.html";
    }
    var sort = parameters.getOrDefault("sort", "-weight").replace("-", "down-");
    int page = Integer.parseInt(parameters.getOrDefault("offset", "0")) / ROWS + 1;
    return "list-" + sort + "-" + page + ".html";
  }
}
