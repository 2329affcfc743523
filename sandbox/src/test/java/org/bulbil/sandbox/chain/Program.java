package org.bulbil.sandbox.chain;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Other people's programs, run within a time. */
public final class Program {

  private Program() {}

  /** Whether {@code name} is found on the PATH. */
  public static boolean exists(String name) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /** Starts {@code command}; what it says goes to the file {@code log}. */
  public static Process start(
      Path folder, Map<String, String> environment, Path log, List<String> command)
      throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /** Runs {@code command} to its end and gives what it says; fails where it fails or hangs. */
  public static String run(
      Path folder, Map<String, String> environment, Duration patience, List<String> command)
      throws IOException, InterruptedException {
    var log = Files.createTempFile(folder, "said", ".log");
    var process = start(folder, environment, log, command);
    try {
      boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      var said = Files.readString(log, StandardCharsets.UTF_8).strip();
      if (!ended || process.exitValue() != 0) {
        throw new AssertionError(command + (ended ? " failed: " : " hangs: ") + said);
      }
      return said;
    } finally {
      process.destroyForcibly();
      Files.delete(log);
    }
  }
}
