package org.bulbil.bitcoin.outbox;

/** What became of a wish to pay a higher fee. */
public sealed interface BumpAnswer {

  /** A further attempt is on disk and is being sent. */
  record Bumped(Payment payment) implements BumpAnswer {}

  /** Nothing was changed, for this reason. */
  record NotBumped(String why) implements BumpAnswer {}
}
