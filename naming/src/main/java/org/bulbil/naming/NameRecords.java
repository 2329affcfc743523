package org.bulbil.naming;

import java.net.InetAddress;
import org.bulbil.core.outcome.Outcome;

/**
 * The addresses of one name, at the server that has the say of it. Everything can be repeated, by
 * anybody who has the key, at any time.
 *
 * <p>Refused where the server answers and will not: a wrong key, clock or zone, a name that is an
 * alias; then nothing has changed there. Unknown where it cannot be reached or says what cannot be
 * trusted; then a change may have happened, and the next {@link #read} shows it.
 */
public interface NameRecords {

  /** Of the block for examples (RFC 5737), so that no server has it. */
  InetAddress NOBODY = InetAddress.ofLiteral("192.0.2.255");

  /** How removing ended. */
  enum Removal {
    /** The address is not there any more. */
    REMOVED,
    /** Others have changed the addresses since they were seen, so nothing was done. */
    OVERTAKEN
  }

  /** All addresses, as the server itself has them now; none where it knows no such name. */
  Outcome<Addresses> read();

  /** Puts {@code address} there besides what is there; done also where it was. */
  Outcome<InetAddress> add(InetAddress address);

  /**
   * Takes {@code address} away if the addresses are still exactly {@code seen}, in one step; so
   * what is left is what the caller knows to be left.
   */
  Outcome<Removal> remove(InetAddress address, Addresses seen);

  /**
   * Finds out whether we may change the addresses, without a change: takes away one that nobody
   * has. Refused as a change would be.
   *
   * @return the addresses
   */
  default Outcome<Addresses> rehearse() {
    return read().flatMap(seen -> remove(NOBODY, seen).map(_ -> seen));
  }
}
