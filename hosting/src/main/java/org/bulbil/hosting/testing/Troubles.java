package org.bulbil.hosting.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The switches by which a {@link TestingProvider} is made to misbehave. */
public final class Troubles {

  private final Map<Act, Trouble> lasting = new EnumMap<>(Act.class);
  private final Map<Act, Deque<Trouble>> once = new EnumMap<>(Act.class);

  /** From now on {@code act} ends in {@code trouble}, until {@link #heal}. */
  public synchronized void always(Act act, Trouble trouble) {
    lasting.put(act, trouble);
  }

  /** From now on everything ends in {@code trouble}, until {@link #heal}. */
  public synchronized void everywhere(Trouble trouble) {
    for (var act : Act.values()) {
      lasting.put(act, trouble);
    }
  }

  /** The next {@code act} ends in {@code trouble}; told twice, the next two do. */
  public synchronized void once(Act act, Trouble trouble) {
    once.computeIfAbsent(act, _ -> new ArrayDeque<>()).add(trouble);
  }

  /** All is well again. */
  public synchronized void heal() {
    lasting.clear();
    once.clear();
  }

  synchronized Optional<Trouble> next(Act act) {
    var waiting = once.get(act);
    return waiting == null || waiting.isEmpty()
        ? Optional.ofNullable(lasting.get(act))
        : Optional.of(waiting.remove());
  }
}
