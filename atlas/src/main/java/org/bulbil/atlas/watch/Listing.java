package org.bulbil.atlas.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.HistoryPage;
import org.bulbil.bitcoin.chain.Sighting;
import org.bulbil.core.outcome.Outcome;

/**
 * What a server lists for an address, down to what is written down already.
 *
 * @param standing how many of the written movements are still in the chain
 * @param news confirmed transactions after those, in the chain's order
 * @param waiting transactions in no block
 */
record Listing(int standing, List<Sighting> news, Set<TxId> waiting) {

  /** An address with more than 400 transactions is too busy for this watch. */
  static final int PAGES_MAX = 16;

  /** Why a listing was refused. */
  static final int TOO_LONG = 413;

  /** Asks one server. Refused with {@link #TOO_LONG} where there is too much to read. */
  static Outcome<Listing> read(ChainSource source, LockingScript script, Passbook known) {
    var news = new ArrayList<Sighting>();
    var waiting = new LinkedHashSet<TxId>();
    var after = Optional.<TxId>empty();
    for (int page = 0; page < PAGES_MAX; page++) {
      var read = source.history(script, after);
      if (!(read instanceof Outcome.Done<HistoryPage>(HistoryPage found))) {
        return read.map(_ -> new Listing(0, news, waiting));
      }
      int standing = take(found, known, news, waiting);
      if (standing > 0 || found.next().isEmpty()) {
        return Outcome.done(new Listing(standing, news.reversed(), waiting));
      }
      after = found.next();
    }
    return Outcome.refused("it has more than %d transactions".formatted(news.size()), TOO_LONG);
  }

  /** Takes in a page down to the first that is known; how many stand with it, or 0. */
  private static int take(
      HistoryPage page, Passbook known, List<Sighting> news, Set<TxId> waiting) {
    for (var sighting : page.sightings()) {
      int at = known.position(sighting);
      if (at >= 0) {
        return at + 1;
      }
      if (sighting.isConfirmed()) {
        news.add(sighting);
      } else {
        waiting.add(sighting.transaction());
      }
    }
    return 0;
  }

  /** Whether both say the same of what is in blocks. */
  boolean agreesWith(Listing that) {
    return standing == that.standing && new HashSet<>(news).equals(new HashSet<>(that.news));
  }

  /** With only what both list as waiting: what one alone has seen may be made up. */
  Listing and(Listing that) {
    var both = new LinkedHashSet<>(waiting);
    both.retainAll(that.waiting);
    return new Listing(standing, news, both);
  }
}
