package org.bulbil.cli.console;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a person types or another program hands in. */
public final class StandardInput {

  private StandardInput() {}

  private static Optional<Console> terminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }

  public static boolean isTerminal() {
    return terminal().isPresent();
  }

  /** One line that the terminal does not show, or all of what is handed in. */
  public static String secret(String prompt, int most) {
    return terminal()
        .map(console -> Optional.ofNullable(console.readPassword("%s", prompt)))
        .map(typed -> typed.map(String::new).orElse(""))
        .orElseGet(() -> everything(most));
  }

  /**
   * All of what is handed in.
   *
   * @param most bytes that make sense
   */
  public static String everything(int most) {
    try {
      var bytes = System.in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new Trouble("standard input is longer than " + most + " bytes; is it the right one?");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read standard input", e);
    }
  }

  /** Whether a person at the terminal says yes; {@code n} where he only presses Enter. */
  public static boolean confirms(String question) {
    return terminal()
        .map(console -> console.readLine("%s [y/N] ", question))
        .filter(answer -> answer.strip().equalsIgnoreCase("y"))
        .isPresent();
  }

  /**
   * What a person at the terminal answers; empty where he only presses Enter, or nobody is there.
   */
  public static Optional<String> asked(String question) {
    return terminal()
        .map(console -> console.readLine("%s ", question))
        .map(String::strip)
        .filter(answer -> !answer.isEmpty());
  }
}
