package org.bulbil.sandbox.provider.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

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
   * Copies {@code output} to {@code file} until its end. A thread of the platform, since reading a
   * pipe would hold up the few carriers of virtual ones.
   */
  static void copy(InputStream output, Path file, String greeting) {
    Thread.ofPlatform()
        .daemon()
        .name("console")
        .stackSize(STACK_BYTES)
        .start(() -> copyAll(output, file, greeting));
  }

  private static void copyAll(InputStream output, Path file, String greeting) {
    try (output) {
      try (var log = Files.newOutputStream(file)) {
        log.write((greeting + "\n").getBytes(StandardCharsets.UTF_8));
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
