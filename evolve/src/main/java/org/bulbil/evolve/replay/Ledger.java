package org.bulbil.evolve.replay;

/**
 * Where every satoshi went: what came is rent, fees, charity or still held, on every day.
 *
 * @param donated what came, with what the relay began with
 * @param rent what the landlord got
 * @param fees what the miners got
 * @param charity what the last will gave
 * @param held what no payment has spent
 */
public record Ledger(long donated, long rent, long fees, long charity, long held) {

  public static final Ledger EMPTY = new Ledger(0, 0, 0, 0, 0);

  /** What came and went nowhere; zero, or there is a bug. */
  public long difference() {
    return donated - rent - fees - charity - held;
  }

  /** The share of what was spent that became rent; 1 where nothing was spent. */
  public double eta() {
    return donated == held ? 1 : (double) rent / (donated - held);
  }

  public Ledger plus(Ledger that) {
    return new Ledger(
        donated + that.donated,
        rent + that.rent,
        fees + that.fees,
        charity + that.charity,
        held + that.held);
  }
}
