package org.bulbil.sandbox.provider.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps the first part of what a server prints in one boot; the rest is read and thrown away, so
 * that a talkative server neither fills the disk nor blocks.
 */
final class Console {

  private static final Logger LOG = System.getLogger(Console.class.getName());

  /** One MiB: an hour of a chatty relay's log. */
  static final int BYTES_MAX = 1 << 20;

  /** The thread only copies. */
  private static final int STACK_BYTES = 128 << 10;

  private Console() {}

  /**
   * Begins {@code file} anew with {@code greeting}, then copies {@code output} to it until its end.
   * A thread of the platform does, since reading a pipe would hold up the few carriers of virtual
   * ones.
   */
  static void copy(InputStream output, Path file, String greeting) throws IOException {
    Files.writeString(file, greeting + "\n");
    Thread.ofPlatform()
        .daemon()
        .name("console")
        .stackSize(STACK_BYTES)
        .start(() -> copyAll(output, file));
  }

  private static void copyAll(InputStream output, Path file) {
    try (output) {
      try (var log = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
        copyFirst(output, log);
      }
      output.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a server's console ended", e);
    }
  }

  private static void copyFirst(InputStream output, OutputStream log) throws IOException {
    var buffer = new byte[8192];
    int left = BYTES_MAX;
    for (int count = 0; left > 0 && count >= 0; left -= Math.max(count, 0)) {
      count = output.read(buffer, 0, Math.min(buffer.length, left));
      log.write(buffer, 0, Math.max(count, 0));
    }
  }
}
