package org.bulbil.cli.console;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The end of a long command: by Ctrl-C or another signal, which interrupts the thread that made
 * this object, or by its own time. The program lives until {@link #over} is called, but no longer
 * than {@link #PATIENCE} after a signal.
 */
public final class Ending {

  /** For the account and for ending some hundred processes on a busy machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread worker = Thread.currentThread();
  private volatile boolean signalled;

  private Ending() {}

  /** From now on a signal is a request to end in order. */
  public static Ending bySignal() {
    var ending = new Ending();
    Runtime.getRuntime().addShutdownHook(new Thread(ending::hearSignal, "ending"));
    return ending;
  }

  private void hearSignal() {
    if (over.getCount() == 0) {
      return;
    }
    signalled = true;
    worker.interrupt();
    try {
      var _ = over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public boolean isAsked() {
    return signalled;
  }

  /**
   * Lets the program end with {@code code}, which a signal would otherwise overrule.
   *
   * @return {@code code}, for whoever returns it to the shell in the usual way
   */
  public int over(int code) {
    if (signalled) {
      System.out.flush();
      System.err.flush();
      Runtime.getRuntime().halt(code);
    }
    over.countDown();
    return code;
  }
}
