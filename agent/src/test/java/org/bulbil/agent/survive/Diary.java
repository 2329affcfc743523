package org.bulbil.agent.survive;

import java.time.Instant;
import java.util.ArrayDeque;
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

  private record Event(Instant at, String form, List<Object> values) {
    @Override
    public String toString() {
      return at + "  " + String.format(Locale.ROOT, form, values.toArray());
    }
  }

  private final Supplier<Instant> clock;
  private final Consumer<String> listener;
  private final boolean isHeard;
  private final ArrayDeque<Event> newest = new ArrayDeque<>();
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
    var event = new Event(clock.get(), form, List.of(values));
    newest.add(event);
    if (newest.size() > KEPT) {
      newest.remove();
    }
    digest = 31 * digest + form.hashCode() + event.at().hashCode();
    if (isHeard) {
      listener.accept(event.toString());
    }
  }

  /** Whether every event is told as it happens. */
  boolean isAloud() {
    return isHeard;
  }

  /** The newest {@value #KEPT} events, oldest first. */
  List<String> newest() {
    return newest.stream().map(Event::toString).toList();
  }

  /** The same for the same events at the same times. */
  long digest() {
    return digest;
  }
}
