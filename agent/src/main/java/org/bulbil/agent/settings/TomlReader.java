package org.bulbil.agent.settings;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.bulbil.core.text.NearestWord;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlInvalidTypeException;
import org.tomlj.TomlTable;

/** Reads a TOML text key by key, remembering every fault and every key that nobody asked for. */
final class TomlReader {

  private static final TomlArray NONE = Toml.parse("none = []").getArrayOrEmpty("none");

  private final TomlTable toml;

  /** What a complaint puts before a key: nothing, or the table's name and number in its array. */
  private final String place;

  /** Shared with the readers of the tables inside. */
  private final List<String> faults;

  private final Set<String> asked = new LinkedHashSet<>();

  private TomlReader(TomlTable toml, String place, List<String> faults) {
    this.toml = toml;
    this.place = place;
    this.faults = faults;
  }

  static TomlReader of(String text) {
    var parsed = Toml.parse(text);
    var faults = new ArrayList<String>();
    parsed.errors().forEach(error -> faults.add(error.toString()));
    return new TomlReader(parsed, "", faults);
  }

  String text(String key, String fallback) {
    return read(key, fallback, toml::getString);
  }

  boolean yes(String key, boolean fallback) {
    return read(key, fallback, toml::getBoolean);
  }

  int whole(String key, int fallback) {
    return checked(key, fallback, fallback, Math::toIntExact);
  }

  Duration seconds(String key, long fallback) {
    return checked(key, fallback, Duration.ofSeconds(fallback), TomlReader::positive);
  }

  List<String> texts(String key) {
    return read(key, NONE, toml::getArray).toList().stream()
        .flatMap(item -> tried(key, item, String.class::cast).stream())
        .toList();
  }

  /** A day such as {@code 2026-11-22}, without quotes. */
  Optional<LocalDate> day(String key) {
    var found =
        Optional.of(read(key, LocalDate.MIN, toml::getLocalDate)).filter(LocalDate.MIN::isBefore);
    if (found.isEmpty()) {
      complain(key, "must be set to a day, such as 2026-11-22 without quotes");
    }
    return found;
  }

  /**
   * What {@code rule} makes of each table {@code [[key]]}, without those of which it makes nothing
   * after a complaint. A complaint calls the first {@code key[1]}.
   */
  <T> List<T> tables(String key, Function<TomlReader, Optional<T>> rule) {
    var array = read(key, NONE, toml::getArray);
    return IntStream.range(0, array.size())
        .boxed()
        .flatMap(i -> table(array, i, key + "[" + (i + 1) + "]", rule).stream())
        .toList();
  }

  private <T> Optional<T> table(
      TomlArray array, int index, String name, Function<TomlReader, Optional<T>> rule) {
    return tried(name, array.get(index), TomlTable.class::cast)
        .flatMap(
            table -> {
              var inside = new TomlReader(table, place + name + ".", faults);
              var made = inside.tried("", inside, rule).flatMap(it -> it);
              inside.complainOfUnknown();
              return made;
            });
  }

  /** A text that must be there; {@code placeholder} after a complaint where it is not. */
  <T> T required(String key, T placeholder, Function<String, T> rule) {
    var found = text(key, "");
    if (found.isEmpty()) {
      complain(key, "must be set");
      return placeholder;
    }
    return tried(key, found, rule).orElse(placeholder);
  }

  /** A whole number that keeps to {@code rule}; {@code placeholder} after a complaint. */
  <T> T checked(String key, long fallback, T placeholder, LongFunction<T> rule) {
    return tried(key, read(key, fallback, toml::getLong), rule::apply).orElse(placeholder);
  }

  private <T> T read(String key, T fallback, Function<String, @Nullable T> lookup) {
    asked.add(key);
    return tried(key, key, name -> Optional.ofNullable(lookup.apply(name)))
        .flatMap(found -> found)
        .orElse(fallback);
  }

  /** What {@code rule} makes of the value, or empty after noting that {@code key} breaks it. */
  <V, T> Optional<T> tried(String key, V value, Function<V, T> rule) {
    try {
      return Optional.of(rule.apply(value));
    } catch (IllegalArgumentException
        | ArithmeticException
        | ClassCastException
        | TomlInvalidTypeException e) {
      complain(key, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  void complain(String key, String rule) {
    var name = place + key;
    faults.add((name.endsWith(".") ? name.substring(0, name.length() - 1) : name) + ": " + rule);
  }

  static URI httpUrl(String text) {
    var uri = URI.create(text);
    if (!("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
        || uri.getHost() == null) {
      throw new IllegalArgumentException("must be an http or https address, not " + text);
    }
    return uri;
  }

  static int port(long number) {
    if (number < 1 || number > 65_535) {
      throw new IllegalArgumentException("a port is 1 to 65535, not " + number);
    }
    return (int) number;
  }

  private static Duration positive(long seconds) {
    if (seconds < 1) {
      throw new IllegalArgumentException("must be at least a second, not " + seconds);
    }
    return Duration.ofSeconds(seconds);
  }

  private void complainOfUnknown() {
    for (var key : toml.dottedKeySet()) {
      if (!asked.contains(key)) {
        var nearest = NearestWord.to(key, asked).map(w -> "; did you mean " + place + w + "?");
        complain(key, "unknown setting" + nearest.orElse(""));
      }
    }
  }

  int faultsSoFar() {
    return faults.size();
  }

  /**
   * Every fault, unknown keys included; empty for a good file. Call it once, after the last key.
   */
  List<String> faults() {
    complainOfUnknown();
    return List.copyOf(faults);
  }
}
