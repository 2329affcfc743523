package org.bulbil.bitcoin.bequest;

import java.util.List;
import java.util.Map;
import org.bulbil.bitcoin.ledger.Claim;
import org.bulbil.bitcoin.ledger.Claims;
import org.bulbil.bitcoin.ledger.Coin;
import org.bulbil.bitcoin.store.Store;
import org.bulbil.bitcoin.store.Table;

/** Every sleeping sweep that may still be sent by somebody: rows on disk. */
public final class BequestBook implements Claims {

  private final Table<Long, SleepingSweep> sweeps;

  public BequestBook(Store store) {
    this.sweeps = store.table(SleepingSweep.FORM, SleepingSweep::ordinal);
  }

  /** Oldest first. */
  List<SleepingSweep> sweeps() {
    return sweeps.all();
  }

  long lastSet() {
    return sweeps.last().map(SleepingSweep::set).orElse(0L);
  }

  long nextOrdinal() {
    return sweeps.last().map(SleepingSweep::ordinal).orElse(0L) + 1;
  }

  void add(SleepingSweep sweep) {
    sweeps.put(sweep);
  }

  void forget(SleepingSweep sweep) {
    sweeps.remove(sweep.ordinal());
  }

  @Override
  public List<Claim> all() {
    return sweeps.all().stream().map(BequestBook::claim).toList();
  }

  private static Claim claim(SleepingSweep sweep) {
    return new Claim(
        sweep.transaction(),
        "bequest:" + sweep.set(),
        Claim.Kind.DORMANT,
        sweep.inputs().stream().map(Coin::point).toList(),
        Map.of());
  }

  @Override
  public long version() {
    return sweeps.version();
  }
}
