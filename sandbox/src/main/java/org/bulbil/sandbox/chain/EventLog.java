package org.bulbil.sandbox.chain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The latest events of a chain, for followers who read at their own pace and keep their own place.
 * Safe for several threads; a slow follower never holds up the chain.
 */
public final class EventLog {

  /** Events kept: an hour of blocks at 5 s with a dozen transactions each. */
  static final int CAPACITY = 10_000;

  /**
   * What has happened since a follower last looked.
   *
   * @param next the cursor to ask with next time
   * @param missed events that came too long ago to be told; a follower starts afresh where not 0
   */
  public record Batch(List<ChainEvent> events, long next, long missed) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final Deque<ChainEvent> events = new ArrayDeque<>();
  private long total;

  void add(ChainEvent event) {
    lock.lock();
    try {
      events.add(event);
      total++;
      if (events.size() > CAPACITY) {
        events.remove();
      }
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The place after the latest event: where a follower begins who wants only news. */
  public long end() {
    lock.lock();
    try {
      return total;
    } finally {
      lock.unlock();
    }
  }

  /** What has happened since {@code cursor}, maybe nothing. The first cursor of all is 0. */
  public Batch since(long cursor) {
    lock.lock();
    try {
      long oldest = total - events.size();
      long from = Math.max(cursor, oldest);
      return new Batch(
          events.stream().skip(from - oldest).toList(), total, Math.max(0, oldest - cursor));
    } finally {
      lock.unlock();
    }
  }

  /** Waits until something has happened since {@code cursor}; ends only so or by interruption. */
  public Batch await(long cursor) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (total <= cursor) {
        grown.await();
      }
      return since(cursor);
    } finally {
      lock.unlock();
    }
  }
}
