package org.bulbil.sandbox.provider.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Linux's table of processes, /proc (see proc(5)). A process that ends while it is being looked at
 * simply does not match.
 */
final class ProcessTable {

  private static final Path PROC = Path.of("/proc");

  private ProcessTable() {}

  /**
   * Ids of the living processes that are of {@code group} or were started with the environment's
   * {@code variable} (as in {@code NAME=value}), so that one which left the group is found too. Its
   * environment is hidden where it is another user's or, without root, where it forbids debugging.
   */
  static List<Long> find(long group, String variable) {
    try (var processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      var found = new ArrayList<Long>();
      for (var process : processes) {
        var fields = stat(process);
        if (isAlive(fields) && (isOf(group, fields) || wasStartedWith(variable, process))) {
          found.add(Long.parseLong(process.getFileName().toString()));
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("the table of processes cannot be read", e);
    }
  }

  /** Neither gone, nor dead, nor a zombie. */
  private static boolean isAlive(List<String> stat) {
    return stat.size() > 2 && !stat.get(0).equals("Z") && !stat.get(0).equals("X");
  }

  private static boolean isOf(long group, List<String> stat) {
    return stat.get(2).equals(Long.toString(group));
  }

  /** State, parent, group and more: what follows the name, which may contain anything. */
  private static List<String> stat(Path process) {
    var line = read(process.resolve("stat"));
    return List.of(line.substring(line.lastIndexOf(')') + 1).strip().split(" "));
  }

  private static boolean wasStartedWith(String variable, Path process) {
    return Arrays.asList(read(process.resolve("environ")).split("\0")).contains(variable);
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
