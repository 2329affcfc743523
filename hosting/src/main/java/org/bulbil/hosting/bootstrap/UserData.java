package org.bulbil.hosting.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The script that a new server runs first: it writes the child's settings to {@code
 * $HOME/bulbil/settings.toml}, readable by its user alone, and starts the agent in that folder
 * again and again until it is told to stop (SIGTERM). It stays in the foreground.
 *
 * @param settings text of the settings file; its only secret is the child's own credit token
 * @param start the agent's command, word by word, seen from the folder of the settings
 * @param pause between the end of the agent and its next start, whole seconds, at least 1
 */
public record UserData(String settings, List<String> start, Duration pause) {

  /** A quarter of what SporeStack takes, so that base64 and a later provider's limit fit. */
  public static final int MAX_BYTES = 16 << 10;

  private static final Pattern BLANK = Pattern.compile("@(SETTINGS|START|PAUSE)@");

  public UserData {
    start = List.copyOf(start);
    if (start.isEmpty() || start.getFirst().isEmpty()) {
      throw new IllegalArgumentException("the agent's start command is empty");
    }
    if (pause.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "an agent that crashes must rest for a second at least, not " + pause);
    }
  }

  /**
   * The script.
   *
   * @throws IllegalArgumentException where it would be longer than {@link #MAX_BYTES}, or the
   *     settings or the command hold the character NUL
   */
  public String script() {
    var values =
        Map.of(
            "SETTINGS", ShellWord.quoted(settings.stripTrailing()),
            "START", ShellWord.quoted(start),
            "PAUSE", Long.toString(pause.toSeconds()));
    return bounded(BLANK.matcher(template()).replaceAll(blank -> fill(blank, values)));
  }

  private static String fill(MatchResult blank, Map<String, String> values) {
    return Matcher.quoteReplacement(values.getOrDefault(blank.group(1), blank.group()));
  }

  private static String bounded(String script) {
    int bytes = script.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a first-boot script of %d bytes, at most %d: shorten the settings or the start command"
              .formatted(bytes, MAX_BYTES));
    }
    return script;
  }

  private static String template() {
    try (var resource = UserData.class.getResourceAsStream("first-boot.sh")) {
      if (resource == null) {
        throw new IllegalStateException("first-boot.sh is missing from the hosting module");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the settings, which hold a credit token. */
  @Override
  public String toString() {
    return "user data that starts " + start.getFirst();
  }
}
