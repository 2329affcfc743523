package org.bulbil.cli.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.bulbil.cli.console.Trouble;

/**
 * Where a sandbox works: its owner's alone, absolute, and short enough for the control sockets of
 * the tors in it.
 */
record WorkFolder(Path path) {

  /** What Linux allows for a unix socket's path, less the longest that is put below the folder. */
  static final int LENGTH_MAX = 107 - "/s/127.255.255.255/bulbil/tor/control.sock".length();

  /** Folders of earlier runs that may lie around before somebody must tidy up. */
  private static final int NUMBER_MAX = 100_000;

  /** The folder that somebody named; it is made where it is missing. */
  static WorkFolder at(String name) {
    return made(Path.of(name).toAbsolutePath().normalize());
  }

  /** A new folder of the user's data folder: {@code ~/.local/share/bulbil/sandbox-7}. */
  static WorkFolder fresh() {
    var home = dataFolder().resolve("bulbil");
    made(home);
    for (int number = 1; number <= NUMBER_MAX; number++) {
      var candidate = home.resolve("sandbox-" + number);
      if (claim(candidate)) {
        return checked(candidate);
      }
    }
    throw new Trouble(home + " is full of old sandboxes; delete them");
  }

  private static Path dataFolder() {
    return Optional.ofNullable(System.getenv("XDG_DATA_HOME"))
        .filter(folder -> folder.startsWith("/"))
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share"));
  }

  private static boolean claim(Path candidate) {
    try {
      Files.createDirectory(
          candidate,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw new Trouble("cannot make " + candidate + ": " + e.getMessage() + "; choose --dir");
    }
  }

  private static WorkFolder made(Path path) {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new Trouble("cannot make " + path + ": " + e.getMessage() + "; choose another --dir");
    }
    return checked(path);
  }

  private static WorkFolder checked(Path path) {
    int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
    if (length > LENGTH_MAX || !path.toString().matches("[A-Za-z0-9/._+=,@:~-]+")) {
      throw new Trouble(
          "the work folder must be at most %d plain characters (letters, digits, /._+=,@:~-), so that tor can have its sockets there; choose --dir, not %s"
              .formatted(LENGTH_MAX, path));
    }
    return new WorkFolder(path);
  }

  /** Writes {@code text} into the file {@code name}, whole or not at all. */
  Path write(String name, String text) {
    var file = path.resolve(name);
    var fresh = path.resolve(name + ".new");
    try {
      Files.writeString(fresh, text);
      return Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
