package org.bulbil.cli.sandbox;

import java.util.EnumMap;
import java.util.Map;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.witness.LifeEvent;
import org.bulbil.sandbox.witness.LifeEvent.Kind;

/** How often what has happened. Safe for several threads. */
final class Tally {

  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private Sats gifts = Sats.ZERO;
  private int strikes;

  synchronized void count(LifeEvent event) {
    counts.merge(event.kind(), 1, Integer::sum);
    if (event.kind() == Kind.GIFT) {
      gifts = gifts.plus(event.moved().orElse(Sats.ZERO));
    }
  }

  synchronized void countStrike() {
    strikes++;
  }

  synchronized int of(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /** Those of a storm; nothing where it is calm. */
  private String hits() {
    return strikes == 0 ? "" : " · strikes " + strikes;
  }

  /** As in {@code gifts 12 (48,211 sat) · births 1 · renewals 4 · wills 0 · deaths 0}. */
  synchronized String line() {
    return "gifts %d (%,d sat) · credit bought %d · renewals %d · births %d · wills %d · deaths %d"
            .formatted(
                of(Kind.GIFT),
                gifts.value(),
                of(Kind.BOUGHT_CREDIT),
                of(Kind.RENEWED),
                of(Kind.PROPAGATED),
                of(Kind.WILL),
                of(Kind.DIED))
        + hits();
  }
}
