package org.bulbil.tor.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

  /** {@code tor --version} answers in 20 ms; ten seconds are for a machine that swaps. */
  private static final Duration ANSWER_WAIT = Duration.ofSeconds(10);

  /**
   * Looks for tor in the folders of {@code searchPath} (the variable PATH), then in the usual ones.
   * Refused with what to type where there is none, or one that is too old.
   */
  public static Outcome<TorBinary> find(String searchPath) {
    return Program.find("tor", searchPath)
        .map(TorBinary::at)
        .orElse(Outcome.refused("tor is not installed; type (as root): " + INSTALL, 0));
  }

  /** The tor at {@code path}, asked for its version. */
  public static Outcome<TorBinary> at(Path path) {
    return new Program(List.of(path.toString(), "--version"), ANSWER_WAIT)
        .run(Path.of("/"), "")
        .flatMap(said -> judged(path, said));
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
