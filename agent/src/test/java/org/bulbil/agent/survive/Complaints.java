package org.bulbil.agent.survive;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.bulbil.bitcoin.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Hears what the agent logs when one of its parts throws. Where the disk is not to blame, that is a
 * bug, whatever became of the money.
 */
final class Complaints extends Handler {

  private static final ThreadLocal<@Nullable Throwable> NEWEST = new ThreadLocal<>();

  /** Held for ever, since loggers are forgotten otherwise. */
  private static final Logger AGENT = Logger.getLogger("org.bulbil.agent.Agent");

  private Complaints() {}

  /** From now on nothing is logged, and errors are heard. */
  static void hear() {
    LogManager.getLogManager().reset();
    Logger.getLogger("").setLevel(Level.OFF);
    AGENT.setLevel(Level.SEVERE);
    AGENT.setUseParentHandlers(false);
    AGENT.addHandler(new Complaints());
  }

  @Override
  public void publish(LogRecord complaint) {
    var thrown = complaint.getThrown();
    if (thrown != null && !(thrown instanceof StoreException)) {
      NEWEST.set(thrown);
    }
  }

  static void judge() {
    var thrown = NEWEST.get();
    NEWEST.remove();
    if (thrown != null) {
      var trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      throw new Violation("no part of the agent throws", trace.toString());
    }
  }

  static void forget() {
    NEWEST.remove();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
