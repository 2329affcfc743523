package org.bulbil.sandbox.provider.api;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bulbil.sandbox.provider.endpoint.Endpoint;
import org.bulbil.sandbox.provider.trouble.Moment;

/** A crash that waits for its moment. Safe for several threads; it goes off once. */
final class Fuse {

  private final AtomicReference<Moment> lit = new AtomicReference<>(Moment.AT_ONCE);

  void light(Moment moment) {
    lit.set(moment);
  }

  /** The crash that {@code endpoint} sets off; empty for what only reads. */
  Optional<Moment> meets(Endpoint endpoint) {
    return endpoint.acts()
        ? Optional.of(lit.getAndSet(Moment.AT_ONCE)).filter(moment -> moment != Moment.AT_ONCE)
        : Optional.empty();
  }
}
