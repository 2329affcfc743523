package org.bulbil.cli.evolve;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.bulbil.cli.console.Trouble;

/** Why a file could not be written, since the exceptions of files only name the file. */
final class WriteFault {

  private WriteFault() {}

  static String inWords(IOException fault) {
    return switch (fault) {
      case NoSuchFileException _ -> "its folder does not exist; make it first";
      case AccessDeniedException _ -> "it may not be written to";
      case FileAlreadyExistsException _ -> "a file of that name is in the way";
      default -> Trouble.inWords(fault);
    };
  }
}
