package org.bulbil.atlas.page;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Semaphore;
import org.bulbil.atlas.store.Store;
import org.bulbil.atlas.tip.Audit;
import org.bulbil.atlas.tip.Choosing;
import org.bulbil.atlas.tip.Freshness;
import org.bulbil.atlas.tip.Tip;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;

/** Splits donations as the form asks, by what the map knows now. */
final class Splits {

  /** One reads the histories of up to all relays; more at a time would keep every page waiting. */
  private static final int AT_ONCE = 2;

  private static final String STALE =
      "The directory that this map knows is more than a day old: who is in it may be gone, so nothing"
          + " is split by it. Come back when its sources answer again.";

  /** Page, picture, table and files of one split are asked for one after another. */
  private static final int KEPT = 4;

  private final Store store;
  private final SequencedMap<Key, Made> newest = new LinkedHashMap<>();
  private final Semaphore places = new Semaphore(AT_ONCE);

  Splits(Store store) {
    this.store = store;
  }

  /** A split, and what it was made by. */
  record Made(Audit audit, Tip tip) {}

  /** What a split follows from; ages are counted in days, so that a minute changes nothing. */
  private record Key(long snapshot, Instant minute, TipQuery query, Sats donation) {
    static Key of(TipQuery query, Sats donation, Visit visit) {
      return new Key(visit.number(), visit.now().truncatedTo(ChronoUnit.MINUTES), query, donation);
    }
  }

  /** Of a form that was filled in; refused where it names no donation. */
  Outcome<Made> made(Map<String, String> form, Visit visit) {
    return TipQuery.read(form)
        .flatMap(
            query ->
                query
                    .donation()
                    .map(sat -> made(query, sat, visit))
                    .orElse(Outcome.refused("it names no donation: sat", 400)));
  }

  /** Of a query with a donation. */
  Outcome<Made> made(TipQuery query, Sats donation, Visit visit) {
    if (!(Freshness.USUAL.check(visit.board().snapshot(), visit.now()) instanceof Outcome.Done)) {
      return Outcome.refused(STALE, 503);
    }
    var key = Key.of(query, donation, visit);
    var known = known(key);
    if (known.isPresent()) {
      return Outcome.done(known.get());
    }
    if (!places.tryAcquire()) {
      return Outcome.unknown("Others are splitting donations at this moment. Try again.");
    }
    try {
      return split(query, donation, visit).map(made -> kept(key, made));
    } catch (IllegalArgumentException e) {
      return Outcome.refused(String.valueOf(e.getMessage()), 400);
    } finally {
      places.release();
    }
  }

  private Optional<Made> known(Key key) {
    synchronized (newest) {
      return Optional.ofNullable(newest.get(key));
    }
  }

  private Made kept(Key key, Made made) {
    synchronized (newest) {
      newest.put(key, made);
      if (newest.size() > KEPT) {
        newest.pollFirstEntry();
      }
      return made;
    }
  }

  private Outcome<Made> split(TipQuery query, Sats donation, Visit visit) {
    var found =
        Choosing.find(
            visit.board().index(),
            store::histories,
            visit.site().chain(),
            query.choice(),
            query.rule(),
            visit.now());
    var tip = new Tip(found);
    var source = visit.site().address().orElse("an Atlas");
    return tip.split(donation, query.rule(), query.seedBlock(), source)
        .map(audit -> new Made(audit, tip));
  }
}
