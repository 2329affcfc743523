package org.bulbil.atlas.watch;

import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bulbil.atlas.ingest.Source;
import org.bulbil.atlas.ingest.Told;
import org.bulbil.atlas.network.Gift;
import org.bulbil.atlas.network.Purse;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.store.Store;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.Sighting;
import org.bulbil.bitcoin.chain.Tip;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/**
 * Reads what every address on the map holds and was given, without a key. What two servers do not
 * say alike stays as it was, with its age: unknown is not zero.
 */
public final class ChainWatch implements Source {

  /** Transactions fetched for one address in one turn; a longer history is read over several. */
  private static final int FETCHED_MAX = 100;

  /** Transactions that wait, of one address: more are somebody's game. */
  private static final int WAITING_MAX = 50;

  /** Kept of transactions that wait, so that they are not fetched at each turn. */
  private static final int CACHE_MAX = 1000;

  /** Gifts of an address that are compared with the chain's: as many as its history may have. */
  private static final int GIFTS_MAX = Listing.PAGES_MAX * 25;

  private static final int REMARKS_MAX = 5;
  private static final int MEMORY_MAX = 64 << 10;

  private final List<ChainSource> sources;
  private final Network network;
  private final Supplier<Snapshot> map;
  private final Pace pace;
  private final Time time;
  private final Map<BitcoinAddress, Instant> tried = new HashMap<>();
  private final Map<BitcoinAddress, Passbook> books = new HashMap<>();
  private final Map<TxId, Transaction> cache =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TxId, Transaction> eldest) {
          return size() > CACHE_MAX;
        }
      };

  /**
   * @param sources of which two must agree, where there are two
   * @param map whose addresses are looked at
   */
  public ChainWatch(
      List<ChainSource> sources, Network network, Supplier<Snapshot> map, Pace pace, Time time) {
    this.sources = List.copyOf(sources);
    this.network = network;
    this.map = map;
    this.pace = pace;
    this.time = time;
  }

  @Override
  public String name() {
    return "chain " + String.join(", ", sources.stream().map(ChainSource::name).toList());
  }

  @Override
  public Duration interval() {
    return pace.interval();
  }

  /** What a turn has found out. */
  private record Found(
      Map<BitcoinAddress, Purse> purses,
      List<Gift> gifts,
      List<Gift> gone,
      Map<BitcoinAddress, Passbook> books,
      List<String> remarks) {

    static Found nothing() {
      return new Found(
          new HashMap<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new HashMap<>(),
          new ArrayList<>());
    }
  }

  @Override
  public Outcome<Told> bringUpToDate(Store store) throws InterruptedException {
    var snapshot = map.get();
    var addresses = addresses(snapshot);
    tried.keySet().retainAll(addresses);
    books.keySet().retainAll(addresses);
    var panel = new Panel(sources, pace, time);
    var found = Found.nothing();
    Optional<String> trouble = Optional.empty();
    for (var address : due(addresses, snapshot)) {
      tried.put(address, time.now());
      if (read(address, panel, store, found) instanceof Outcome.Unknown<?>(String why)) {
        trouble = Optional.of(why);
      }
    }
    if (found.purses().isEmpty() && found.books().isEmpty()) {
      return trouble.<Outcome<Told>>map(Outcome::unknown).orElse(Outcome.done(Told.nothingNew()));
    }
    publish(store, snapshot, addresses, found);
    return Outcome.done(told(found, trouble));
  }

  private Told told(Found found, Optional<String> trouble) {
    trouble.ifPresent(found.remarks()::add);
    return new Told(
        Optional.of(time.now()),
        Map.of("addresses", (long) found.purses().size(), "gifts", (long) found.gifts().size()),
        found.remarks().stream().distinct().limit(REMARKS_MAX).toList());
  }

  private static Set<BitcoinAddress> addresses(Snapshot snapshot) {
    return snapshot.relays().stream()
        .flatMap(relay -> relay.addresses().stream())
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /** Those that were not looked at for longest. */
  private List<BitcoinAddress> due(Set<BitcoinAddress> addresses, Snapshot snapshot) {
    Comparator<BitcoinAddress> longest =
        Comparator.comparing(
            address ->
                Optional.ofNullable(tried.get(address))
                    .or(() -> snapshot.purse(address).map(Purse::asked))
                    .orElse(Instant.MIN));
    return addresses.stream()
        .sorted(longest.thenComparing(BitcoinAddress::text))
        .limit(pace.perTurn())
        .toList();
  }

  private Outcome<?> read(BitcoinAddress address, Panel panel, Store store, Found found)
      throws InterruptedException {
    if (!(Address.read(address.text(), network) instanceof Outcome.Done<Address>(Address payee))) {
      return Outcome.refused("another network's", 0);
    }
    var script = payee.lockingScript();
    var known = books.computeIfAbsent(address, _ -> remembered(address, script, store));
    var listed = panel.listing(script, known);
    return switch (listed) {
      case Outcome.Done<Listing>(Listing listing) ->
          follow(address, known, listing, panel, store, found);
      case Outcome.Refused<Listing>(String why, _) -> {
        found.remarks().add(address + " is not watched: " + why);
        yield listed;
      }
      case Outcome.Unknown<Listing> _ -> listed;
    };
  }

  private static Passbook remembered(BitcoinAddress address, LockingScript script, Store store) {
    var movements = store.memory(key(address)).flatMap(PassbookText::read).orElse(List.of());
    return new Passbook(address, script, movements);
  }

  private static String key(BitcoinAddress address) {
    return "chain " + address.text();
  }

  private Outcome<?> follow(
      BitcoinAddress address,
      Passbook known,
      Listing listing,
      Panel panel,
      Store store,
      Found found)
      throws InterruptedException {
    var book = known.upTo(listing.standing());
    var written = write(book, listing.news(), panel);
    if (book != known || !listing.news().isEmpty()) {
      books.put(address, book);
      found.books().put(address, book);
    }
    if (!(written instanceof Outcome.Done)) {
      return written;
    }
    var waiting = waiting(listing, panel);
    found.purses().put(address, book.purse(waiting, time.now()));
    compare(address, book.gifts(waiting, time.now()), store, found);
    return written;
  }

  /** Done where all of it is written down; unknown where there is more to do. */
  private Outcome<Integer> write(Passbook book, List<Sighting> news, Panel panel)
      throws InterruptedException {
    int count = 0;
    for (var sighting : news) {
      if (count++ >= FETCHED_MAX) {
        return Outcome.unknown("a long history is still being read");
      }
      var fetched = transaction(sighting.transaction(), panel);
      if (!(fetched instanceof Outcome.Done<Transaction>(Transaction transaction))) {
        return fetched.map(_ -> 0);
      }
      var block = sighting.block().orElseThrow();
      book.add(transaction, block.height(), time(block, panel));
      cache.remove(sighting.transaction());
    }
    return Outcome.done(count);
  }

  private Outcome<Transaction> transaction(TxId id, Panel panel) throws InterruptedException {
    var kept = cache.get(id);
    return kept == null ? panel.first(source -> source.transaction(id)) : Outcome.done(kept);
  }

  private Instant time(Tip block, Panel panel) throws InterruptedException {
    var headers = panel.first(source -> source.headers(block.height(), 1));
    return headers instanceof Outcome.Done<List<BlockHeader>>(var found) && !found.isEmpty()
        ? Instant.ofEpochSecond(found.getFirst().time)
        : time.now();
  }

  /** One that cannot be had is left out: it is only a hope. */
  private List<Transaction> waiting(Listing listing, Panel panel) throws InterruptedException {
    var waiting = new ArrayList<Transaction>();
    for (var id : listing.waiting().stream().limit(WAITING_MAX).toList()) {
      if (transaction(id, panel) instanceof Outcome.Done<Transaction>(Transaction transaction)) {
        cache.put(id, transaction);
        waiting.add(transaction);
      }
    }
    return waiting;
  }

  /** What is new against what is stored, and what is stored and no longer so. */
  private static void compare(BitcoinAddress address, List<Gift> gifts, Store store, Found found) {
    var stored = new HashMap<String, Gift>();
    store.gifts(Optional.of(address.text()), GIFTS_MAX).forEach(it -> stored.put(it.txid(), it));
    for (var gift : gifts) {
      var was = Optional.ofNullable(stored.remove(gift.txid()));
      if (was.filter(it -> it.height().equals(gift.height())).isEmpty()) {
        found.gifts().add(gift);
      }
    }
    found.gone().addAll(stored.values());
  }

  private static void publish(
      Store store, Snapshot snapshot, Set<BitcoinAddress> addresses, Found found) {
    var purses = new HashMap<BitcoinAddress, Purse>();
    addresses.forEach(
        address -> snapshot.purse(address).ifPresent(purse -> purses.put(address, purse)));
    purses.putAll(found.purses());
    try (var update = store.update()) {
      update.purses(purses);
      update.gifts(found.gifts());
      update.withoutGifts(found.gone());
      found
          .books()
          .forEach(
              (address, book) -> {
                var text = PassbookText.write(book.movements());
                if (text.length <= MEMORY_MAX) {
                  update.remember(key(address), text);
                }
              });
      update.publish();
    }
  }
}
