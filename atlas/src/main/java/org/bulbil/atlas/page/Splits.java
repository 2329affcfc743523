package org.bulbil.atlas.page;

import java.util.Map;
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

  private final Store store;
  private final Semaphore places = new Semaphore(AT_ONCE);

  Splits(Store store) {
    this.store = store;
  }

  /** A split, and what it was made by. */
  record Made(Audit audit, Tip tip) {}

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
    if (!places.tryAcquire()) {
      return Outcome.unknown("Others are splitting donations at this moment. Try again.");
    }
    try {
      return split(query, donation, visit);
    } catch (IllegalArgumentException e) {
      return Outcome.refused(String.valueOf(e.getMessage()), 400);
    } finally {
      places.release();
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
