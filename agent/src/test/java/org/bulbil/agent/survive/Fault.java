package org.bulbil.agent.survive;

/**
 * What can go wrong.
 *
 * <p>Each has the chances, least and most, with which it strikes in a bad spell whenever it could:
 * at a request, a write, a payment or a step of the world.
 */
enum Fault {
  /** The machine stops in the middle of a transaction on disk, just before or just after it. */
  CRASH_AT_WRITE(0.002, 0.05),
  /** The machine stops just before a request leaves, or after it took effect. */
  CRASH_AT_REQUEST(0.005, 0.15),
  /** The machine stays off for hours or days. */
  OUTAGE(0.01, 0.05),
  /** A write finds no room on the disk. */
  FULL_DISK(0.02, 1),
  /** A request takes effect, and its answer is lost. */
  LOST_ANSWER(0.05, 0.5),
  /** The network delivers a request twice. */
  REPEATED_REQUEST(0.05, 0.5),
  /** A server answers 502 and does nothing. */
  SERVER_ERROR(0.1, 1),
  /** No answer until patience ends. */
  SILENCE(0.1, 1),
  /** A plain no. */
  REFUSAL(0.05, 0.5),
  /** The own server is suspended. */
  SUSPENSION(0.01, 0.05),
  /** The own server is deleted without a word. */
  BAN(0.0005, 0.005),
  /** Bills run out almost at once. */
  SHORT_BILLS(1, 1),
  /** The amount of an open bill is changed. */
  REPRICED_BILL(0.1, 0.5),
  /** A payment is credited hours or days late. */
  LATE_CREDIT(0.3, 1),
  /** A payment is credited twice. */
  DOUBLE_CREDIT(0.3, 1),
  /** A payment is never credited. */
  NO_CREDIT(0.2, 1),
  /** Bitcoin is suddenly worth a multiple, or a part. */
  PRICE_JUMP(0.02, 0.2),
  /** Up to six blocks are replaced. */
  REORGANISATION(0.05, 0.3),
  /** A waiting transaction is dropped. */
  EVICTION(0.1, 0.5),
  /** Space in blocks costs a hundred times as much. */
  FEE_SPIKE(1, 1),
  /** For hours there is no block. */
  SLOW_BLOCKS(0.5, 0.9),
  /** One chain server is down. */
  CHAIN_SERVER_DOWN(1, 1),
  /** One chain server is some blocks behind. */
  CHAIN_SERVER_BEHIND(1, 1),
  /** One chain server shows gifts that are in no block. */
  INVENTED_COINS(0.2, 1),
  /** One chain server leaves transactions out. */
  OMITTED_TRANSACTIONS(0.2, 1),
  /** One chain server's fee estimates are absurd. */
  ABSURD_FEES(1, 1),
  /** The machine's clock is set wrong. */
  CLOCK_STEP(0.02, 0.2),
  /** Nothing for a child works: one step of a birth, for ever. */
  STUCK_BIRTH(1, 1),
  /** Its launcher orders the relay to shut down. */
  SIGNED_STOP(0.001, 0.01);

  private final double least;
  private final double most;

  Fault(double least, double most) {
    this.least = least;
    this.most = most;
  }

  /** How often it strikes in one life's bad spells. */
  double chance(Dice dice) {
    return least == most ? least : dice.spread(least, most);
  }
}
