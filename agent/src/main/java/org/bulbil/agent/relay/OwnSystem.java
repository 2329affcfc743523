package org.bulbil.agent.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bulbil.core.contact.SystemFacts;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.process.Program;

/** Finds out what the machine is that we run on; what cannot be found out is left open. */
final class OwnSystem {

  /** It reads a few files and asks the processor. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Of a configuration file: more than any that people write by hand. */
  private static final int BYTES_MAX = 64 << 10;

  private static final Pattern AUTO_UPDATE =
      Pattern.compile("(?m)^\\s*APT::Periodic::Unattended-Upgrade\\s+\"(?!0\")[0-9a-z]{1,9}\"");

  private final Path root;

  /**
   * @param root of the file system, {@code /} but in tests
   */
  OwnSystem(Path root) {
    this.root = root;
  }

  /** Asked once at a start: none of it changes while a machine runs. */
  SystemFacts facts() {
    return new SystemFacts(os(), virtualization(), autoupdate());
  }

  /** {@code ID/VERSION_ID}, as CIISS asks for it (os-release(5)). */
  Optional<String> os() {
    var release = read(root.resolve("etc/os-release"));
    return release
        .flatMap(text -> value(text, "ID"))
        .map(id -> id + value(release.get(), "VERSION_ID").map(v -> "/" + v).orElse(""));
  }

  private static Optional<String> value(String text, String key) {
    var line = Pattern.compile("(?m)^" + key + "=\"?([A-Za-z0-9._-]{1,20})\"?\\s*$").matcher(text);
    return line.find() ? Optional.of(line.group(1)) : Optional.empty();
  }

  /** By systemd's word, in CIISS' terms. */
  private Optional<String> virtualization() {
    return Program.find("systemd-detect-virt", "")
        .flatMap(program -> said(new Program(List.of(program.toString()), PATIENCE)))
        .map(OwnSystem::inCiiss);
  }

  /** On bare metal it says "none" and ends with 1. */
  private Optional<String> said(Program program) {
    return switch (program.run(root, "")) {
      case Outcome.Done<String>(String said) -> Optional.of(said.strip());
      case Outcome.Refused<String>(String why, int code) when code == 1 && why.endsWith(" none") ->
          Optional.of("none");
      case Outcome.Refused<String> _, Outcome.Unknown<String> _ -> Optional.empty();
    };
  }

  static String inCiiss(String systemd) {
    return switch (systemd) {
      case "none" -> "baremetal";
      case "microsoft" -> "hyper-v";
      case "oracle" -> "virtualbox";
      default -> systemd;
    };
  }

  /** Whether Debian's unattended-upgrades is there and switched on; empty on other systems. */
  Optional<Boolean> autoupdate() {
    var folder = root.resolve("etc/apt/apt.conf.d");
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    return Optional.of(
        Files.isExecutable(root.resolve("usr/bin/unattended-upgrade")) && isSwitchedOn(folder));
  }

  private static boolean isSwitchedOn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(
          file -> read(file).filter(text -> AUTO_UPDATE.matcher(text).find()).isPresent());
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private static Optional<String> read(Path file) {
    try (var in = Files.newInputStream(file)) {
      return Optional.of(new String(in.readNBytes(BYTES_MAX), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty(); // Not being able to read it is not knowing it.
    }
  }
}
