package org.bulbil.cli.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another program of this machine, run for what it does and not for what it says. */
public final class Tool {

  /** For one run; those used here take seconds. */
  private static final int MINUTES_MAX = 5;

  private Tool() {}

  /**
   * Runs {@code command} to its end.
   *
   * @throws Trouble with its own words where it fails or hangs
   */
  public static void run(List<String> command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new Trouble(command.getFirst() + " failed: " + said.strip());
    }
  }
}
