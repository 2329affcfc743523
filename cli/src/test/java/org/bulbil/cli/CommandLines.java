package org.bulbil.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** The command as people type it, in this process. */
public final class CommandLines {

  private CommandLines() {}

  /** Its exit code; what it says is in {@code out} and {@code err}. */
  public static int execute(StringWriter out, StringWriter err, List<String> arguments) {
    return Bulbil.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
  }
}
