package org.bulbil.cli.evolve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.bulbil.cli.console.Trouble;

/** Files that were asked for by name; where one cannot be written, that is said in words. */
final class OutputFile {

  private OutputFile() {}

  static void write(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Before minutes are spent on what could not be kept. */
  static void check(Path file) {
    write(file, "");
  }

  static void makeFolder(Path folder) {
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

  /** The exceptions of files only name the file. */
  private static String inWords(IOException fault) {
    return switch (fault) {
      case NoSuchFileException _ -> "its folder does not exist; make it first";
      case AccessDeniedException _ -> "permission is denied";
      case FileAlreadyExistsException _ -> "a file of that name is in the way";
      default -> Trouble.inWords(fault);
    };
  }
}
