package org.bulbil.evolve.world;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bulbil.core.text.NearestWord;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * One table of a scenario file. What is asked for is known; what was never asked for is a fault.
 */
final class ScenarioTable {

  private final String name;
  private final TomlTable toml;
  private final Optional<TomlPosition> position;
  private final List<String> faults;
  private final Set<String> known = new TreeSet<>();

  /**
   * A table.
   *
   * @param name before its keys in faults, with a dot; empty for the file itself
   */
  ScenarioTable(String name, TomlTable toml, List<String> faults) {
    this(name, toml, Optional.empty(), faults);
  }

  private ScenarioTable(
      String name, TomlTable toml, Optional<TomlPosition> position, List<String> faults) {
    this.name = name;
    this.toml = toml;
    this.position = position;
    this.faults = faults;
  }

  /** A table within; empty where it is not there. */
  Optional<ScenarioTable> table(String key) {
    return value(key, TomlTable.class, "a table")
        .map(inner -> new ScenarioTable(key + ".", inner, position(key), faults));
  }

  /** A list of tables; empty where it is not there. */
  List<ScenarioTable> tables(String key) {
    known.add(key);
    if (toml.get(List.of(key)) instanceof TomlArray array
        && array.toList().stream().allMatch(TomlTable.class::isInstance)) {
      return IntStream.range(0, array.size()).mapToObj(i -> element(key, array, i)).toList();
    }
    if (has(key)) {
      fault(key, "%s%s must be tables, each under [[%s]]".formatted(name, key, key));
    }
    return List.of();
  }

  private ScenarioTable element(String key, TomlArray array, int index) {
    return new ScenarioTable(
        key + ".",
        array.getTable(index),
        Optional.ofNullable(array.inputPositionOf(index)),
        faults);
  }

  String word(String key, String usual) {
    return value(key, String.class, "a text in quotation marks").orElse(usual);
  }

  /** What {@code made} makes of a text that must be there; {@code instead}, and a fault, else. */
  <T> T needed(String key, T instead, Function<String, T> made) {
    if (!has(key)) {
      fault(key, "%s%s is missing".formatted(name, key));
      return instead;
    }
    try {
      return made.apply(word(key, ""));
    } catch (IllegalArgumentException e) {
      fault(key, "%s%s is %s".formatted(name, key, e.getMessage()));
      return instead;
    }
  }

  int whole(String key, long usual) {
    long value = value(key, Long.class, "a whole number").orElse(usual);
    return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  double number(String key, double usual) {
    return toml.get(List.of(key)) instanceof Long
        ? whole(key, 0)
        : value(key, Double.class, "a number").orElse(usual);
  }

  boolean has(String key) {
    return toml.contains(List.of(key));
  }

  private <T> Optional<T> value(String key, Class<T> type, String words) {
    known.add(key);
    var value = toml.get(List.of(key));
    if (value != null && !type.isInstance(value)) {
      fault(key, "%s%s must be %s, not %s".formatted(name, key, words, value));
    }
    return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
  }

  /** What {@code made} makes; {@code instead}, and a fault, where it refuses a value. */
  <T> T tried(T instead, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      var field = String.valueOf(e.getMessage()).split(" ", 2)[0];
      fault(field.substring(field.lastIndexOf('.') + 1), String.valueOf(e.getMessage()));
      return instead;
    }
  }

  /** Faults for all keys that nobody has asked for. */
  void refuseOthers() {
    for (var key : toml.keySet()) {
      if (!known.contains(key)) {
        fault(key, "%s%s is not known%s".formatted(name, key, suggestion(key)));
      }
    }
  }

  private String suggestion(String key) {
    return NearestWord.to(key, known)
        .map(word -> "; did you mean '" + word + "'?")
        .orElse("; known here are " + String.join(", ", known));
  }

  private Optional<TomlPosition> position(String key) {
    return Optional.ofNullable(toml.inputPositionOf(List.of(key)));
  }

  /** At the key; where that is not there, at the beginning of its table. */
  private void fault(String key, String words) {
    faults.add(
        position(key)
            .or(() -> position)
            .map(at -> "line %d: %s".formatted(at.line(), words))
            .orElse(words));
  }
}
