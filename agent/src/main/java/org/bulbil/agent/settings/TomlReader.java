package org.bulbil.agent.settings;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlInvalidTypeException;
import org.tomlj.TomlParseResult;

/** Reads a TOML text key by key, remembering every fault and every key that nobody asked for. */
final class TomlReader {

  private static final TomlArray NONE = Toml.parse("none = []").getArrayOrEmpty("none");

  private final TomlParseResult toml;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> asked = new LinkedHashSet<>();

  TomlReader(String text) {
    toml = Toml.parse(text);
    toml.errors().forEach(error -> faults.add(error.toString()));
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

  /** A text that must be there; {@code placeholder} after a complaint where it is not. */
  <T> T required(String key, T placeholder, Function<String, T> rule) {
    var found = text(key, "");
    if (found.isEmpty()) {
      faults.add(key + ": must be set");
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
      faults.add(key + ": " + e.getMessage());
      return Optional.empty();
    }
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

  /** Every fault, unknown keys included; empty for a good file. Call it after the last key. */
  List<String> faults() {
    var all = new ArrayList<>(faults);
    for (var key : toml.dottedKeySet()) {
      if (!asked.contains(key)) {
        var nearest = NearestWord.to(key, asked).map(w -> "; did you mean " + w + "?").orElse("");
        all.add(key + ": unknown setting" + nearest);
      }
    }
    return List.copyOf(all);
  }
}
