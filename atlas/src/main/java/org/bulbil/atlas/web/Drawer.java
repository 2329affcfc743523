package org.bulbil.atlas.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of a folder that visitors may read: those with a certain form of name and below a
 * length. Whoever keeps the map puts them there; the folder may not be there yet. Trouble with the
 * disk is logged, and looks like a file that is missing.
 *
 * @param name of the files; it must let nothing through that leads out of the folder
 * @param bytesMax of one
 */
public record Drawer(Path folder, Pattern name, long bytesMax) {

  private static final System.Logger LOG = System.getLogger(Drawer.class.getName());

  /** The names in it, sorted. */
  public List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(this::isNamed)
          .sorted()
          .toList();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "cannot list {0}: {1}", folder, e.getMessage());
      return List.of();
    }
  }

  private boolean isNamed(String file) {
    return name.matcher(file).matches();
  }

  /** Whether there is a file of that name. */
  public boolean holds(String file) {
    return isNamed(file) && Files.isRegularFile(folder.resolve(file));
  }

  /** What is in a file; empty where there is none of that name, or it is too long. */
  public Optional<byte[]> read(String file) {
    return holds(file) ? bytes(folder.resolve(file)) : Optional.empty();
  }

  private Optional<byte[]> bytes(Path file) {
    try {
      return Files.size(file) <= bytesMax
          ? Optional.of(Files.readAllBytes(file))
          : Optional.empty();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "cannot read {0}: {1}", file, e.getMessage());
      return Optional.empty();
    }
  }
}
