package org.bulbil.hosting.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything that is said to the log while it listens, however softly. */
final class SpokenWords extends Handler {

  private final List<String> words = new ArrayList<>();
  private final Logger root = Logger.getLogger("org.bulbil");
  private final Level before = root.getLevel();

  void listen() {
    root.setLevel(Level.ALL);
    root.addHandler(this);
  }

  @Override
  public synchronized void publish(LogRecord record) {
    words.add(record.getMessage());
    if (record.getParameters() != null) {
      for (var parameter : record.getParameters()) {
        words.add(String.valueOf(parameter));
      }
    }
    if (record.getThrown() != null) {
      words.add(record.getThrown().toString());
    }
  }

  synchronized String all() {
    return String.join("\n", words);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
    root.setLevel(before);
  }
}
