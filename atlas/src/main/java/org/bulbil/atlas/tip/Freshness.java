package org.bulbil.atlas.tip;

import java.time.Duration;
import java.time.Instant;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.core.outcome.Outcome;

/**
 * How old relays may be that somebody is to donate to.
 *
 * @param limit from the moment that they are of
 */
public record Freshness(Duration limit) {

  /** A day: weights last longer, but who has left is noticed. */
  public static final Freshness USUAL = new Freshness(Duration.ofDays(1));

  /** Clocks differ, and a consensus is made before it is valid. */
  private static final Duration EARLY = Duration.ofHours(3);

  /** The snapshot, or refused where it is stale at {@code now}, or later than it. */
  public Outcome<Snapshot> check(Snapshot snapshot, Instant now) {
    var published = snapshot.relaysPublished();
    var age = Duration.between(published, now);
    if (age.compareTo(limit) > 0) {
      return Outcome.refused(Sentences.stale(published, age, limit), 0);
    }
    return age.plus(EARLY).isNegative()
        ? Outcome.refused(Sentences.early(published), 0)
        : Outcome.done(snapshot);
  }
}
