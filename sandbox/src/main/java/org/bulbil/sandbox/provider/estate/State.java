package org.bulbil.sandbox.provider.estate;

import java.time.Instant;
import java.util.Optional;
import org.bulbil.sandbox.provider.book.EndedBy;

/** What a server is doing. */
public sealed interface State {

  /** Paid, without an address yet; boots at {@code ready}. */
  record Building(Instant ready) implements State {}

  record Running() implements State {}

  /** Powered off by its customer. */
  record Stopped() implements State {}

  /**
   * Powered off by the provider, since it could not renew it; only its customer starts it again.
   */
  record Suspended(Instant since) implements State {}

  /**
   * Deleted.
   *
   * @param forgotten when its customer hid it from the list
   */
  record Ended(Instant at, EndedBy by, Optional<Instant> forgotten) implements State {}
}
