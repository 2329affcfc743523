package org.bulbil.tor.process;

import org.bulbil.tor.Bandwidth;

/**
 * How much relayed traffic tor lets through in each direction.
 *
 * @param rate on average, at least {@link #SLOWEST}, or tor refuses to be a relay
 * @param burst bytes that may pass in one second after quieter ones; at least the rate
 */
public record BandwidthLimit(Bandwidth rate, Bandwidth burst) {

  /** 75 KiB/s (tor: ROUTER_REQUIRED_MIN_BANDWIDTH). */
  public static final Bandwidth SLOWEST = new Bandwidth(75 * 1024L);

  /** 2^31-1 bytes, above which tor refuses either value. */
  public static final Bandwidth FASTEST = new Bandwidth(Integer.MAX_VALUE);

  public BandwidthLimit {
    if (rate.compareTo(SLOWEST) < 0 || burst.compareTo(FASTEST) > 0) {
      throw new IllegalArgumentException(
          "tor takes bandwidths of %d to %d bytes/s, not a rate of %d with a burst of %d"
              .formatted(
                  SLOWEST.bytesPerSecond(),
                  FASTEST.bytesPerSecond(),
                  rate.bytesPerSecond(),
                  burst.bytesPerSecond()));
    }
    if (burst.compareTo(rate) < 0) {
      throw new IllegalArgumentException("a burst of " + burst + " is below the rate of " + rate);
    }
  }

  /** The same for rate and burst: at no second more than this. */
  public static BandwidthLimit steady(Bandwidth rate) {
    return new BandwidthLimit(rate, rate);
  }
}
