package org.bulbil.agent.settings;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.tomlj.Toml;

/** Writes the few forms of TOML that settings need. */
final class TomlWriter {

  private final StringBuilder out = new StringBuilder();

  TomlWriter table(String name) {
    out.append("\n[").append(name).append("]\n");
    return this;
  }

  /** One more table of the array {@code name}. */
  TomlWriter element(String name) {
    out.append("\n[[").append(name).append("]]\n");
    return this;
  }

  TomlWriter put(String key, LocalDate value) {
    return line(key, value.toString());
  }

  TomlWriter put(String key, String value) {
    return line(key, quoted(value));
  }

  TomlWriter put(String key, long value) {
    return line(key, Long.toString(value));
  }

  TomlWriter put(String key, boolean value) {
    return line(key, Boolean.toString(value));
  }

  TomlWriter put(String key, List<String> values) {
    return line(
        key, values.stream().map(TomlWriter::quoted).collect(Collectors.joining(", ", "[", "]")));
  }

  private TomlWriter line(String key, String value) {
    out.append(key).append(" = ").append(value).append('\n');
    return this;
  }

  private static String quoted(String value) {
    return '"' + Toml.tomlEscape(value).toString() + '"';
  }

  String text() {
    return out.toString();
  }
}
