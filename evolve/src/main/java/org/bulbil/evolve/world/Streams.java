package org.bulbil.evolve.world;

/** What random numbers are for: one stream for each use, so that no two uses share luck. */
final class Streams {

  static final long LIFETIME = 101;
  static final long LUCK = 102;
  static final long MUTATION = 103;
  static final long BAN = 104;
  static final long GIFTS = 105;
  static final long DONOR = 106;
  static final long DONOR_RATE = 107;
  static final long DONOR_LIFE = 108;
  static final long SIZE = 109;
  static final long LOYALTY = 110;
  static final long CHOICE = 111;

  private Streams() {}
}
