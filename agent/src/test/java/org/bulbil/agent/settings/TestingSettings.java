package org.bulbil.agent.settings;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.bulbil.core.genome.Genome;

/** Settings of a regtest relay that lacks nothing, with what a test says otherwise. */
public final class TestingSettings {

  private static final String PATRON = "[will.beneficiary]";

  private final Map<String, Map<String, String>> tables = new LinkedHashMap<>();

  /** The usual ones. */
  public TestingSettings() {
    put("lease", "url", "http://127.0.0.1:1").put("lease", "token", "x");
    put("chain", "network", "regtest").raw("chain", "esplora", "['http://127.0.0.1:1']");
    put("bundle", "sha256", "0".repeat(64)).raw("bundle", "bytes", 1);
    put("relay", "email", "op@sandbox.test");
    genome(Genome.founder("ewr", "vc2-1c-1gb").encode());
    put(PATRON, "name", "Charity").put(PATRON, "source", "https://charity.test");
    raw(PATRON, "checked", "2026-01-01").raw(PATRON, "expires", "2035-01-01");
    beneficiary("bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080");
  }

  /** In a table, a key with a text in the place of what it had. */
  public TestingSettings put(String table, String key, Object text) {
    return raw(table, key, "'" + text + "'");
  }

  /** The same, with a value as TOML writes it. */
  public TestingSettings raw(String table, String key, Object value) {
    tables.computeIfAbsent(table, _ -> new LinkedHashMap<>()).put(key, value.toString());
    return this;
  }

  public TestingSettings genome(String encoded) {
    return put("heritage", "genome", encoded);
  }

  /** Whose key it is to have, brought by whoever launches it. */
  public TestingSettings family(Object family) {
    return put("heritage", "family", family);
  }

  /** Whose key it is to have, and where that is asked for. */
  public TestingSettings nurse(URI url, Object family) {
    return put("heritage", "nurse", url).family(family);
  }

  /** Who gets the remainder. */
  public TestingSettings beneficiary(Object address) {
    return put(PATRON, "address", address);
  }

  public Settings settings() {
    var text = tables.entrySet().stream().map(TestingSettings::table).collect(Collectors.joining());
    return SettingsFile.parse("test", "hostname = 'bulbil1'\n" + text);
  }

  private static String table(Entry<String, Map<String, String>> table) {
    return table.getValue().entrySet().stream()
        .map(line -> line.getKey() + " = " + line.getValue() + "\n")
        .collect(Collectors.joining("", "[" + table.getKey() + "]\n", ""));
  }
}
