package org.bulbil.atlas.query;

/** What answers are sorted by; equal ones stand by fingerprint. */
public record Order(Key key, Direction direction) {

  public enum Key {
    CONSENSUS_WEIGHT,
    FIRST_SEEN
  }

  public enum Direction {
    ASCENDING,
    DESCENDING
  }
}
