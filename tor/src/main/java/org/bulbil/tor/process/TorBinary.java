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
import org.bulbil.tor.TorVersion;

/**
 * The tor program of this machine, new enough for family keys.
 *
 * @param path of the executable
 * @param version as it says itself
 */
public record TorBinary(Path path, TorVersion version) {

  /** Typed as root on Debian or Ubuntu, this makes tor available. */
  public static final String INSTALL = "apt-get install -y --no-install-recommends tor";

  private static final List<Path> USUAL =
      List.of(Path.of("/usr/bin"), Path.of("/usr/sbin"), Path.of("/usr/local/bin"));

  /** {@code tor --version} answers in 20 ms; ten seconds are for a machine that swaps. */
  private static final Duration ANSWER_WAIT = Duration.ofSeconds(10);

  /** Its answer has about 400 bytes. */
  private static final int ANSWER_MAX = 4096;

  /**
   * Looks for tor in the folders of {@code searchPath} (the variable PATH), then in the usual ones.
   * Refused with what to type where there is none, or one that is too old.
   */
  public static Outcome<TorBinary> find(String searchPath) {
    return findProgram("tor", searchPath)
        .map(TorBinary::at)
        .orElse(Outcome.refused("tor is not installed; type (as root): " + INSTALL, 0));
  }

  /** The executable {@code name} in {@code searchPath} or a usual folder. */
  public static Optional<Path> findProgram(String name, String searchPath) {
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

  /** The tor at {@code path}, asked for its version. */
  public static Outcome<TorBinary> at(Path path) {
    try {
      var process =
          new ProcessBuilder(path.toString(), "--version").redirectErrorStream(true).start();
      try (var said = process.getInputStream()) {
        if (!process.waitFor(ANSWER_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
          return Outcome.unknown(path + " --version did not answer");
        }
        return judged(path, new String(said.readNBytes(ANSWER_MAX), StandardCharsets.US_ASCII));
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return Outcome.unknown(path + " cannot be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.unknown("interrupted while asking " + path + " for its version");
    }
  }

  static Outcome<TorBinary> judged(Path path, String said) {
    var version = TorVersion.find(said);
    if (version.isEmpty()) {
      return Outcome.unknown(path + " does not say a version of tor");
    }
    return version.get().isAtLeast(TorVersion.OLDEST_WITH_FAMILIES)
        ? Outcome.done(new TorBinary(path, version.get()))
        : Outcome.refused(tooOld(path, version.get()), 0);
  }

  private static String tooOld(Path path, TorVersion version) {
    return "%s is tor %s, and family keys need 0.4.9 or later: take it from deb.torproject.org or your distribution's backports, then type: %s"
        .formatted(path, version, INSTALL);
  }
}
