package org.bulbil.atlas.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.bulbil.atlas.directory.OwnTraffic;
import org.bulbil.atlas.ingest.Source;
import org.bulbil.atlas.ingest.Told;
import org.bulbil.atlas.network.OwnPage;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.store.Store;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.wire.Http;

/**
 * Reads the status pages of relays that say they are ours. A page that does not answer stays as it
 * was, with its age.
 */
public final class PageWatch implements Source {

  /** Pages that are read at the same time. */
  private static final int AT_ONCE = 16;

  private static final int REMARKS_MAX = 5;

  private final Visitor visitor;
  private final Descriptors descriptors;
  private final Supplier<Snapshot> map;
  private final Day day;
  private final Pace pace;
  private final Time time;
  private final Map<Fingerprint, Instant> tried = new HashMap<>();
  private final Map<Fingerprint, Reading> former = new HashMap<>();

  /**
   * Where pages are and how they are read.
   *
   * @param http whose limits bound one document
   * @param port where every relay of ours has its page
   * @param day how long a day of rent is
   */
  public record Settings(Http http, Reach reach, int port, Day day, Pace pace) {}

  /**
   * @param descriptors of whom the signed words are, without which nothing is proven
   */
  public PageWatch(Settings settings, Descriptors descriptors, Supplier<Snapshot> map, Time time) {
    this.visitor = new Visitor(settings.http(), settings.reach(), settings.port(), time);
    this.descriptors = descriptors;
    this.map = map;
    this.day = settings.day();
    this.pace = settings.pace();
    this.time = time;
  }

  @Override
  public String name() {
    return "status pages";
  }

  @Override
  public Duration interval() {
    return pace.interval();
  }

  @Override
  public Outcome<Told> bringUpToDate(Store store) throws InterruptedException {
    var snapshot = map.get();
    var ours = ours(snapshot);
    tried.keySet().retainAll(ours.keySet());
    former.keySet().retainAll(ours.keySet());
    var due = due(ours.values());
    if (due.isEmpty()) {
      return Outcome.done(Told.nothingNew());
    }
    var read = visit(due);
    var signed = descriptors.of(read.keySet());
    return publish(store, snapshot, ours, due.size(), read, signed);
  }

  private static Map<Fingerprint, Relay> ours(Snapshot snapshot) {
    var ours = new HashMap<Fingerprint, Relay>();
    snapshot.relays().stream()
        .filter(relay -> relay.heritage().isPresent())
        .forEach(relay -> ours.put(relay.fingerprint(), relay));
    return ours;
  }

  private List<Relay> due(java.util.Collection<Relay> ours) {
    Comparator<Relay> longest =
        Comparator.comparing(
            relay ->
                Optional.ofNullable(tried.get(relay.fingerprint()))
                    .or(() -> relay.page().map(OwnPage::read))
                    .orElse(Instant.MIN));
    return ours.stream()
        .filter(relay -> relay.details().running())
        .sorted(longest.thenComparing(Relay::fingerprint))
        .limit(pace.perTurn())
        .toList();
  }

  private Map<Fingerprint, Reading> visit(List<Relay> relays) throws InterruptedException {
    var read = new HashMap<Fingerprint, Reading>();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      var waiting = new HashMap<Fingerprint, Future<Outcome<Reading>>>();
      for (var relay : relays) {
        tried.put(relay.fingerprint(), time.now());
        waiting.put(relay.fingerprint(), threads.submit(() -> visitor.visit(relay)));
      }
      for (var one : waiting.entrySet()) {
        one.getValue().get().answer().ifPresent(found -> read.put(one.getKey(), found));
      }
      return read;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private Outcome<Told> publish(
      Store store,
      Snapshot snapshot,
      Map<Fingerprint, Relay> ours,
      int asked,
      Map<Fingerprint, Reading> read,
      Map<Fingerprint, ServerDescriptor> signed) {
    if (read.isEmpty()) {
      return Outcome.unknown("none of %d relays shows its page".formatted(asked));
    }
    var pages = new HashMap<Fingerprint, OwnPage>();
    ours.values()
        .forEach(relay -> relay.page().ifPresent(page -> pages.put(relay.fingerprint(), page)));
    try (var update = store.update()) {
      read.forEach(
          (fingerprint, reading) -> {
            var relay = ours.get(fingerprint);
            if (relay != null) {
              pages.put(
                  fingerprint,
                  check(relay, snapshot, Optional.ofNullable(signed.get(fingerprint)), reading)
                      .judge(reading));
            }
            traffic(fingerprint, reading).ifPresent(seen -> seen.write(store, update));
          });
      update.pages(pages);
      update.publish();
    }
    former.putAll(read);
    return Outcome.done(told(asked, read.size(), pages));
  }

  private CrossCheck check(
      Relay relay, Snapshot snapshot, Optional<ServerDescriptor> signed, Reading reading) {
    var purse =
        Optional.ofNullable(reading.status().money())
            .flatMap(money -> address(money.address()))
            .flatMap(snapshot::purse);
    return new CrossCheck(
        relay, signed, purse, Optional.ofNullable(former.get(relay.fingerprint())), day);
  }

  private static Optional<BitcoinAddress> address(
      @org.jspecify.annotations.Nullable String written) {
    return Optional.ofNullable(written).flatMap(text -> BitcoinAddress.read(text).answer());
  }

  /** What was carried since the last visit, unless tor was started anew in between. */
  private Optional<OwnTraffic> traffic(Fingerprint relay, Reading now) {
    var last = former.get(relay);
    if (last == null || last.status().relay() == null || now.status().relay() == null) {
      return Optional.empty();
    }
    var was = last.status().relay();
    var is = now.status().relay();
    return OwnTraffic.between(
        relay,
        last.when(),
        now.when(),
        new OwnTraffic.Counters(was.uptimeSeconds(), was.bytesRead(), was.bytesWritten()),
        new OwnTraffic.Counters(is.uptimeSeconds(), is.bytesRead(), is.bytesWritten()));
  }

  private Told told(int asked, int read, Map<Fingerprint, OwnPage> pages) {
    var remarks = new ArrayList<String>();
    if (read < asked) {
      remarks.add("%d of %d relays do not show their page".formatted(asked - read, asked));
    }
    pages.forEach(
        (relay, page) -> page.contradictions().forEach(words -> remarks.add(relay + ": " + words)));
    return new Told(
        Optional.of(time.now()),
        Map.of("pages", (long) read),
        remarks.stream().limit(REMARKS_MAX).toList());
  }
}
