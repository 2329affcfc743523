package org.bulbil.tor.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What a tor has written to its standard output, kept in a file so that it also lives when we
 * don't. The file is appended to, so it can be emptied under a running tor.
 *
 * @param file need not exist
 */
record TorLog(Path file) {

  /** Bytes after which the log is emptied; a healthy relay writes about 1 kB a day. */
  static final long SIZE_MAX = 1 << 20;

  /** Bytes read for {@link #tail}; the few lines before an exit fit well. */
  private static final int TAIL_BYTES = 16 << 10;

  /** The last {@code count} lines, fewer where there are fewer. */
  List<String> tail(int count) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(Math.max(0, in.length() - TAIL_BYTES));
      var bytes = new byte[TAIL_BYTES];
      int length = Math.max(0, in.read(bytes));
      var lines = new String(bytes, 0, length, StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - count), lines.size());
    } catch (IOException e) {
      return List.of("(the log " + file + " cannot be read: " + e.getMessage() + ")");
    }
  }

  /** Empties a log that has grown beyond {@link #SIZE_MAX}. */
  void trim() throws IOException {
    if (Files.exists(file) && Files.size(file) > SIZE_MAX) {
      FileChannel.open(file, StandardOpenOption.WRITE).truncate(0).close();
    }
  }
}
