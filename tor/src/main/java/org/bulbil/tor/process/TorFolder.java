package org.bulbil.tor.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder of one tor: its DataDirectory, and beside tor's own files our torrc, log, control
 * socket and cookie. Only its owner may enter it (tor refuses a control socket elsewhere).
 *
 * @param path absolute, so short that the control socket in it has at most {@value
 *     #SOCKET_PATH_MAX} bytes, and without blanks, quotes and other letters that a torrc would need
 *     to escape
 */
public record TorFolder(Path path) {

  /** What Linux allows for the path of a unix socket (unix(7), sun_path less its final zero). */
  static final int SOCKET_PATH_MAX = 107;

  public TorFolder {
    if (!path.isAbsolute() || !path.toString().matches("[A-Za-z0-9/._+=,@:~-]+")) {
      throw new IllegalArgumentException(
          "the folder of a tor must be absolute and plain (letters, digits, /._+=,@:~-): " + path);
    }
    int length = path.resolve("control.sock").toString().getBytes(StandardCharsets.UTF_8).length;
    if (length > SOCKET_PATH_MAX) {
      throw new IllegalArgumentException(
          "the control socket in %s would have a path of %d bytes, and %d is the system's limit: choose a folder with a shorter path"
              .formatted(path, length, SOCKET_PATH_MAX));
    }
  }

  public Path controlSocket() {
    return path.resolve("control.sock");
  }

  public Path cookie() {
    return path.resolve("control.cookie");
  }

  public Path torrc() {
    return path.resolve("torrc");
  }

  public Path log() {
    return path.resolve("tor.log");
  }

  /** Where identity keys and family keys are. */
  public Path keys() {
    return path.resolve("keys");
  }

  /** Makes the folder and its keys folder for their owner alone, where they are missing. */
  public TorFolder create() throws IOException {
    var owner = PosixFilePermissions.fromString("rwx------");
    Files.createDirectories(keys(), PosixFilePermissions.asFileAttribute(owner));
    Files.setPosixFilePermissions(path, owner);
    Files.setPosixFilePermissions(keys(), owner);
    return this;
  }
}
