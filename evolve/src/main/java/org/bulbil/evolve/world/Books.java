package org.bulbil.evolve.world;

/**
 * Every satoshi that was ever given in a world, by where it is now.
 *
 * @param donated given to relays
 * @param rent paid to providers, for relays' own rent and for children's
 * @param fees paid to miners
 * @param charity given by wills
 * @param held in purses
 * @param lost with servers that ended, or not worth the fee of a will
 */
public record Books(long donated, long rent, long fees, long charity, long held, long lost) {

  /** Before the first gift. */
  static final Books EMPTY = new Books(0, 0, 0, 0, 0, 0);

  Books given(long sats) {
    return new Books(donated + sats, rent, fees, charity, held, lost);
  }

  /** With what everybody did on a day, and held at its end. */
  Books after(Tally day) {
    return new Books(
        donated,
        rent + day.rent,
        fees + day.fees,
        charity + day.charity,
        day.held,
        lost + day.lost);
  }

  /** Satoshis that came from nowhere or went nowhere: zero, or this program has a fault. */
  public long difference() {
    return donated - rent - fees - charity - held - lost;
  }

  /** The share of what was given and is not held any more that became rent; 0 of nothing. */
  public double efficiency() {
    return donated == held ? 0 : (double) rent / (donated - held);
  }
}
