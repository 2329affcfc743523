package org.bulbil.tor.family;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.process.Program;
import org.bulbil.tor.process.TorBinary;

/**
 * Makes family keys with tor itself ({@code tor --keygen-family}), as its operators do. The
 * machine's own torrc is not read: on a machine that has a tor it belongs to that one.
 *
 * @param tor the program, 0.4.9 or later
 */
public record FamilyKeygen(TorBinary tor) {

  /** A key is made in 30 ms; twenty seconds are for a machine that swaps. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String NAME = "fresh";

  /**
   * The key {@code name} in {@code folder}, made where there is none yet: one that is there is
   * never made again, since relays may declare it already. Refused with tor's words where it makes
   * none.
   *
   * @param folder made for its owner alone where it is missing
   * @param name letters and digits
   * @throws IOException where the disk fails
   * @throws IllegalArgumentException where the file that is there is no family key
   */
  public Outcome<FamilyKey> findOrMake(Path folder, String name) throws IOException {
    var known = FamilyKey.find(folder, name);
    return known.isPresent() ? Outcome.done(known.get()) : makeAndKeep(folder, name);
  }

  private Outcome<FamilyKey> makeAndKeep(Path folder, String name) throws IOException {
    var made = make();
    if (made instanceof Outcome.Done<FamilyKey>(FamilyKey key)) {
      key.write(folder, name);
    }
    return made;
  }

  /** A new key, in memory only. */
  public Outcome<FamilyKey> make() throws IOException {
    var nest = Files.createTempDirectory("bulbil-family-");
    try {
      return switch (new Program(command(), PATIENCE).run(nest, "")) {
        case Outcome.Done<String> _ -> Outcome.done(FamilyKey.read(nest, NAME));
        case Outcome.Refused<String>(String why, int code) -> Outcome.refused(why, code);
        case Outcome.Unknown<String>(String cause) -> Outcome.unknown(cause);
      };
    } finally {
      clear(nest);
    }
  }

  private List<String> command() {
    return List.of(
        tor.path().toString(),
        "--defaults-torrc",
        "/dev/null",
        "--ignore-missing-torrc",
        "-f",
        "no-torrc", // Of the empty folder that it runs in; tor takes no device for a torrc.
        "--hush",
        "--keygen-family",
        NAME);
  }

  /** Tor's two files and what a killed tor may leave of them. */
  private static void clear(Path nest) throws IOException {
    try (var files = Files.list(nest)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(nest);
  }
}
