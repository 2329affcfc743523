package org.bulbil.agent.family;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bulbil.tor.family.FamilyKey;

/**
 * The family's key as tor reads it. tor itself says nothing where the file is missing, damaged or
 * readable by others ({@code FamilyId *} means whatever is there), so we look.
 */
final class KeyFile {

  /** As tor ends the names of such files. */
  private static final String SUFFIX = ".secret_family_key";

  private static final String NAME = "bulbil";

  private final Path folder;

  /**
   * @param folder tor's keys folder
   */
  KeyFile(Path folder) {
    this.folder = folder;
  }

  private Path file() {
    return folder.resolve(NAME + SUFFIX);
  }

  /** Empty where there is none. */
  Optional<FamilyKey> read() throws IOException {
    return FamilyKey.find(folder, NAME);
  }

  void write(FamilyKey key) throws IOException {
    key.write(folder, NAME);
  }

  /** Whether it holds {@code key}, for its owner alone; 96 bytes are read. */
  boolean holds(FamilyKey key) throws IOException {
    return Files.isRegularFile(file())
        && Files.size(file()) == FamilyKey.FILE_BYTES
        && Arrays.equals(Files.readAllBytes(file()), key.bytes())
        && PosixFilePermissions.toString(Files.getPosixFilePermissions(file())).equals("rw-------");
  }

  /** Puts what is no key of ours where tor does not look for keys. */
  void setAside() throws IOException {
    Files.move(
        file(),
        folder.resolve(NAME + SUFFIX + ".set-aside"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Other family keys: with {@code FamilyId *} they would make us members of other families. */
  List<String> others() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX) && !name.equals(NAME + SUFFIX))
          .sorted()
          .toList();
    }
  }
}
