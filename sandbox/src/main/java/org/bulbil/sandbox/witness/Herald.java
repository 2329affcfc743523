package org.bulbil.sandbox.witness;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bulbil.core.money.Sats;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.witness.LifeEvent.Kind;

/** Enters into the census what happened, and tells it. */
final class Herald {

  private final Census census;
  private final Time time;
  private final Consumer<LifeEvent> listener;

  Herald(Census census, Time time, Consumer<LifeEvent> listener) {
    this.census = census;
    this.time = time;
    this.listener = listener;
  }

  /** Changes what is known of a relay and tells why. */
  void tell(Kind kind, String hostname, UnaryOperator<Relay> change) {
    census.change(hostname, change).ifPresent(relay -> tell(kind, relay, Optional.empty()));
  }

  /** Tells that money moved. */
  void tell(Kind kind, Relay relay, Sats moved) {
    tell(kind, relay, Optional.of(moved));
  }

  /** Enters a new relay and tells its birth. */
  void tellBirth(Relay child) {
    census.add(child);
    tell(Kind.BORN, child, Optional.empty());
  }

  private void tell(Kind kind, Relay relay, Optional<Sats> moved) {
    listener.accept(new LifeEvent(kind, time.now(), relay, moved));
  }
}
