package org.bulbil.sandbox.provider.book;

import java.util.ArrayList;
import java.util.List;
import org.bulbil.core.time.Time;

/**
 * What happened at the provider, in order. Safe for use by several threads; the provider writes,
 * anybody reads, and nothing is ever changed.
 */
public final class ProviderBook {

  /**
   * Most entries kept, a few hundred bytes each; beyond that the older half goes. A world of thirty
   * relays with days of a minute writes so much in half a year. The totals are never forgotten.
   */
  private static final int ENTRIES_MAX = 1_000_000;

  private final Time time;
  private final List<Entry> entries = new ArrayList<>();
  private long last;
  private Account account = Account.EMPTY;

  public ProviderBook(Time time) {
    this.time = time;
  }

  public synchronized void write(Event event) {
    if (entries.size() >= ENTRIES_MAX) {
      entries.subList(0, ENTRIES_MAX / 2).clear();
    }
    last++;
    entries.add(new Entry(last, time.now(), event));
    account = account.after(event);
  }

  /**
   * The entries with a number above {@code cursor}, oldest first. Start with 0; go on with the
   * number of the last entry that was read.
   */
  public synchronized List<Entry> after(long cursor) {
    var gone = last - entries.size();
    var skip = Math.clamp(cursor - gone, 0, entries.size());
    return List.copyOf(entries.subList(skip, entries.size()));
  }

  /** The events of one kind so far, oldest first. */
  public <E extends Event> List<E> all(Class<E> kind) {
    return after(0).stream().map(Entry::event).filter(kind::isInstance).map(kind::cast).toList();
  }

  public synchronized Account account() {
    return account;
  }
}
