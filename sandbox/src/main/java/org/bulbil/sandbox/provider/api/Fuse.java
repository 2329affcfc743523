package org.bulbil.sandbox.provider.api;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bulbil.sandbox.provider.endpoint.Endpoint;
import org.bulbil.sandbox.provider.trouble.Moment;

/** A crash that waits for its moment. Safe for several threads; it goes off once. */
final class Fuse {

  private final AtomicReference<Optional<Moment>> lit = new AtomicReference<>(Optional.empty());

  void light(Moment moment) {
    lit.set(Optional.of(moment));
  }

  /** The crash that {@code endpoint} sets off; empty for what only reads. */
  Optional<Moment> meets(Endpoint endpoint) {
    return endpoint.acts() ? lit.getAndSet(Optional.empty()) : Optional.empty();
  }
}
