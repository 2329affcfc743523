package org.bulbil.cli.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Living processes as Linux shows them (proc(5)), found by the folder that they work in. */
final class Processes {

  /**
   * One process.
   *
   * @param command its words, with blanks between them; empty where it is hidden
   * @param folder where it works; empty where it is hidden
   */
  record Living(long pid, String command, String folder) {

    private boolean isIn(Path place) {
      return command.contains(place + "/")
          || folder.equals(place.toString())
          || folder.startsWith(place + "/");
    }

    /** Ends it as {@code kill -9} does, and comes back when it is gone. */
    void kill() {
      ProcessHandle.of(pid)
          .ifPresent(
              handle -> {
                handle.destroyForcibly();
                var _ = handle.onExit().join();
              });
    }
  }

  private Processes() {}

  /** All that work in {@code place} or name it in their command. */
  static List<Living> in(Path place) {
    try (var entries = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      var found = new ArrayList<Living>();
      for (var entry : entries) {
        read(entry).filter(process -> process.isIn(place)).ifPresent(found::add);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty where it has ended meanwhile. */
  private static Optional<Living> read(Path entry) {
    try {
      var command = Files.readAllBytes(entry.resolve("cmdline"));
      var words = new String(command, StandardCharsets.UTF_8).replace('\0', ' ').strip();
      var pid = Long.parseLong(entry.getFileName().toString());
      return words.isEmpty() ? Optional.empty() : Optional.of(new Living(pid, words, cwd(entry)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String cwd(Path entry) {
    try {
      return Files.readSymbolicLink(entry.resolve("cwd")).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
