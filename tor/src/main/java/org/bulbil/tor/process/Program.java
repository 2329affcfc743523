package org.bulbil.tor.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bulbil.core.outcome.Outcome;

/**
 * A small program that says something short and ends.
 *
 * @param command the executable and its arguments
 * @param patience until it must have ended; then it is killed
 */
public record Program(List<String> command, Duration patience) {

  /** More than any of them says, and less than a pipe holds, so that none can block on it. */
  private static final int OUTPUT_MAX = 32 << 10;

  private static final List<Path> USUAL =
      List.of(Path.of("/usr/bin"), Path.of("/usr/sbin"), Path.of("/usr/local/bin"));

  public Program {
    command = List.copyOf(command);
  }

  /** The executable {@code name} in {@code searchPath} (the variable PATH) or a usual folder. */
  public static Optional<Path> find(String name, String searchPath) {
    return Stream.concat(folders(searchPath), USUAL.stream())
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Stream<Path> folders(String searchPath) {
    return Arrays.stream(searchPath.split(File.pathSeparator, -1))
        .filter(folder -> folder.startsWith("/"))
        .map(Path::of);
  }

  /**
   * Runs it in {@code folder} with {@code input} and takes what it says on either stream; refused
   * with that and its exit code where the code is not 0.
   */
  public Outcome<String> run(Path folder, String input) {
    try {
      return finish(
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start(),
          input);
    } catch (IOException e) {
      return Outcome.unknown(command.getFirst() + " cannot be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.unknown("interrupted while waiting for " + command.getFirst());
    }
  }

  private Outcome<String> finish(Process process, String input)
      throws IOException, InterruptedException {
    try (var said = process.getInputStream()) {
      tell(process, input);
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return Outcome.unknown(
            command.getFirst() + " did not end within " + patience.toSeconds() + " s");
      }
      var text = new String(said.readNBytes(OUTPUT_MAX), StandardCharsets.UTF_8);
      return process.exitValue() == 0
          ? Outcome.done(text)
          : Outcome.refused(command.getFirst() + " failed: " + text.strip(), process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }

  private static void tell(Process process, String input) throws IOException {
    try (var ear = process.getOutputStream()) {
      ear.write(input.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
