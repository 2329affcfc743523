package org.bulbil.sandbox.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Living processes as Linux shows them (proc(5)), found by the folder that they work in. */
public final class Processes {

  private static final Path PROC = Path.of("/proc");

  /**
   * One process.
   *
   * @param program file name of what it executes; empty where it is hidden
   * @param command its words, with blanks between them
   * @param folder where it works; empty where it is hidden
   */
  public record Living(long pid, String program, String command, String folder) {

    private boolean isIn(Path place) {
      return command.contains(place + "/")
          || folder.equals(place.toString())
          || folder.startsWith(place + "/");
    }

    /** Ends it as {@code kill -9} does. Does nothing where it has ended meanwhile. */
    public void kill() {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private Processes() {}

  /** All that work in {@code place} or name it in their command. */
  public static List<Living> in(Path place) {
    try (var entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
      var found = new ArrayList<Living>();
      for (var entry : entries) {
        read(entry).filter(process -> process.isIn(place)).ifPresent(found::add);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("the table of processes cannot be read", e);
    }
  }

  /** Empty where it has ended meanwhile, and for zombies. */
  private static Optional<Living> read(Path entry) {
    try {
      var command = Files.readAllBytes(entry.resolve("cmdline"));
      var words = new String(command, StandardCharsets.UTF_8).replace('\0', ' ').strip();
      var pid = Long.parseLong(entry.getFileName().toString());
      return words.isEmpty()
          ? Optional.empty()
          : Optional.of(new Living(pid, program(entry), words, link(entry, "cwd")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String program(Path entry) {
    var path = link(entry, "exe");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String link(Path entry, String name) {
    try {
      return Files.readSymbolicLink(entry.resolve(name)).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
