package org.bulbil.bitcoin.outbox;

import java.util.List;
import java.util.Optional;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.store.Store;
import org.bulbil.bitcoin.store.Table;

/** Bequests on disk: those that stand, and what must be known of those that stood before. */
final class BequestBook {

  /**
   * Three for each of a thousand changes of our coins, six while change waits; under a megabyte.
   */
  private static final int KEPT_MAX = 3000;

  private final Store store;
  private final Table<Long, Bequest> table;

  BequestBook(Store store) {
    this.store = store;
    this.table = store.table(Bequest.FORM, Bequest::number);
  }

  /** All of them, the oldest first. */
  List<Bequest> all() {
    return table.all();
  }

  List<Bequest> standing() {
    return table.all().stream().filter(Bequest::isStanding).toList();
  }

  /** The number of the next one to be signed. */
  long nextNumber() {
    return table.last().map(Bequest::number).orElse(0L) + 1;
  }

  /** Puts {@code fresh} in the place of what stood before; the oldest are forgotten. */
  void replace(List<Bequest> fresh) {
    store.write(
        () -> {
          standing().forEach(old -> table.put(old.replaced()));
          fresh.forEach(this::put);
          table.all().stream()
              .limit(Math.max(0, table.all().size() - KEPT_MAX))
              .forEach(old -> table.remove(old.number()));
        });
  }

  /** One that stood once and stands again is not kept twice. */
  private void put(Bequest fresh) {
    find(fresh.transaction()).ifPresent(old -> table.remove(old.number()));
    table.put(fresh);
  }

  private Optional<Bequest> find(TxId transaction) {
    return table.all().stream()
        .filter(bequest -> bequest.transaction().equals(transaction))
        .findFirst();
  }

  long version() {
    return table.version();
  }
}
