package org.bulbil.agent.survive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What happened in a life. Only the newest events are kept, and put into words only for a reader;
 * all of them go into a digest, by which a replay shows that it is one.
 */
final class Diary {

  private static final int KEPT = 40;

  private record Event(Instant at, String form, Object[] values) {
    @Override
    public String toString() {
      return at + "  " + String.format(Locale.ROOT, form, values);
    }
  }

  private final Supplier<Instant> clock;
  private final Consumer<String> listener;
  private final boolean isHeard;
  private final Event[] newest = new Event[KEPT];
  private int count;
  private long digest;

  private Diary(Supplier<Instant> clock, Consumer<String> listener, boolean isHeard) {
    this.clock = clock;
    this.listener = listener;
    this.isHeard = isHeard;
  }

  static Diary silent(Supplier<Instant> clock) {
    return new Diary(clock, _ -> {}, false);
  }

  /** Tells {@code listener} of every event as it happens. */
  static Diary aloud(Supplier<Instant> clock, Consumer<String> listener) {
    return new Diary(clock, listener, true);
  }

  /**
   * @param form as of {@link String#format}
   * @param values that never change
   */
  void note(String form, Object... values) {
    var event = new Event(clock.get(), form, values);
    newest[count++ % KEPT] = event;
    digest = 31 * digest + form.hashCode() + event.at().hashCode();
    if (isHeard) {
      listener.accept(event.toString());
    }
  }

  /** The newest {@value #KEPT} events, oldest first. */
  List<String> newest() {
    var words = new ArrayList<String>();
    for (int i = Math.max(0, count - KEPT); i < count; i++) {
      words.add(newest[i % KEPT].toString());
    }
    return words;
  }

  /** The same for the same events at the same times. */
  long digest() {
    return digest;
  }
}
