package org.bulbil.sandbox.chain;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.Worker;

/** Mines a block at every interval, on a thread of its own, until it is closed. */
public final class Miner implements AutoCloseable {

  /** Regtest asks for no work; the bound keeps a typing error from filling the memory. */
  private static final Duration MIN_INTERVAL = Duration.ofMillis(10);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition resumed = lock.newCondition();
  private final RegtestChain chain;
  private final Address payTo;
  private final Duration interval;
  private final Time time;
  private final Worker worker;
  private boolean paused;

  private Miner(RegtestChain chain, Address payTo, Duration interval, Time time) {
    this.chain = chain;
    this.payTo = payTo;
    this.interval = interval;
    this.time = time;
    this.worker = new Worker("miner", this::work);
  }

  /**
   * Starts mining; the first block comes after one interval.
   *
   * @param interval 10 ms or more
   */
  public static Miner start(RegtestChain chain, Address payTo, Duration interval, Time time) {
    if (interval.compareTo(MIN_INTERVAL) < 0) {
      throw new IllegalArgumentException("a block every " + interval + " is too often");
    }
    var miner = new Miner(chain, payTo, interval, time);
    miner.worker.start();
    return miner;
  }

  private void work() throws InterruptedException {
    while (true) {
      time.pause(interval);
      awaitResumed();
      chain.mine(1, payTo.script());
    }
  }

  private void awaitResumed() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (paused) {
        resumed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** No block is begun from now on. */
  public void pause() {
    set(true);
  }

  public void resume() {
    set(false);
  }

  private void set(boolean paused) {
    lock.lock();
    try {
      this.paused = paused;
      resumed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the thread and waits for it: no block is mined after this. */
  @Override
  public void close() {
    worker.close();
  }
}
