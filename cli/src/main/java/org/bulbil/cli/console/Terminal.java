package org.bulbil.cli.console;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The terminal that this program writes to. */
public final class Terminal {

  /** What stty is given to answer; it takes a millisecond. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private static final Pattern SIZE = Pattern.compile("(\\d{1,4}) (\\d{1,4})");

  /** Of most terminals, where nothing can be learnt. */
  private static final Size USUAL = new Size(24, 80);

  /** Rows and columns. */
  public record Size(int rows, int columns) {}

  /** Whether somebody sits before standard output. */
  public static boolean isThere() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /** Its size now: as stty says, or as the shell said in LINES and COLUMNS. */
  public Size size() {
    return asked().or(Terminal::fromEnvironment).orElse(USUAL);
  }

  private static Optional<Size> asked() {
    try {
      var process = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      try (var out = process.getInputStream()) {
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
          return Optional.empty();
        }
        return parse(new String(out.readNBytes(20), StandardCharsets.US_ASCII).strip());
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<Size> fromEnvironment() {
    return parse(System.getenv("LINES") + " " + System.getenv("COLUMNS"));
  }

  static Optional<Size> parse(String text) {
    var match = SIZE.matcher(text);
    return match.matches() && !text.startsWith("0") && !text.endsWith(" 0")
        ? Optional.of(new Size(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
        : Optional.empty();
  }
}
