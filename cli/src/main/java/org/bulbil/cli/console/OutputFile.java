package org.bulbil.cli.console;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that were asked for by name; where one cannot be written, that is said in words. */
public final class OutputFile {

  private OutputFile() {}

  public static void write(Path file, byte[] content) {
    // no channel: those are closed when Ctrl-C interrupts whoever writes
    try (var stream = new FileOutputStream(file.toFile())) {
      stream.write(content);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Before minutes are spent on what could not be kept. */
  public static void check(Path file) {
    write(file, "");
  }

  public static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static UncheckedIOException unwritable(Path file, IOException fault) {
    return new UncheckedIOException(
        "%s cannot be written: %s".formatted(file, inWords(fault)), fault);
  }

  /** Exceptions of folders only name them. */
  private static String inWords(IOException fault) {
    return fault instanceof FileAlreadyExistsException
        ? "a file of that name is in the way"
        : Trouble.inWords(fault);
  }
}
