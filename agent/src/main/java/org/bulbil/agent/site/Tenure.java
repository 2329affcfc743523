package org.bulbil.agent.site;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a server will be there to answer.
 *
 * @param own its address
 * @param end of its lease as it is paid now
 */
public record Tenure(InetAddress own, Instant end) {

  /** How a server stands to its name. */
  enum Stage {
    /** It belongs to the name. */
    STAYING,
    /** Its end is near: it belongs to the name only while nobody else answers. */
    LEAVING,
    /** It will be gone before anybody asks again. */
    GONE
  }

  /**
   * Leaves so many times to live before the end: whoever has just asked may remember the address
   * for one, and the other is for a nameserver that cannot be reached at once.
   */
  private static final int LEAVING_TTLS = 2;

  /** The last one stays until half a time to live before the end: enough for several turns. */
  private static final int GONE_PART = 2;

  Stage stage(Instant now, Duration ttl) {
    var left = Duration.between(now, end);
    if (left.compareTo(ttl.dividedBy(GONE_PART)) <= 0) {
      return Stage.GONE;
    }
    return left.compareTo(ttl.multipliedBy(LEAVING_TTLS)) <= 0 ? Stage.LEAVING : Stage.STAYING;
  }
}
