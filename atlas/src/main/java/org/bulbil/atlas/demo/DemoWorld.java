package org.bulbil.atlas.demo;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.ingest.Source;
import org.bulbil.atlas.ingest.Told;
import org.bulbil.atlas.network.SourceHealth;
import org.bulbil.atlas.store.Store;
import org.bulbil.atlas.store.Update;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/** A source that makes everything up, as of the hour. */
public final class DemoWorld implements Source {

  /** Whose coins its addresses take. */
  public static final Chain CHAIN = Chain.REGTEST;

  private static final String NAME = "demo";

  private final Time time;

  public DemoWorld(Time time) {
    this.time = time;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Duration interval() {
    return Duration.ofHours(1);
  }

  @Override
  public boolean isAtHand() {
    return true;
  }

  @Override
  public Outcome<Told> bringUpToDate(Store store) {
    var network = new DemoNetwork(time.now());
    var relays = network.relays();
    try (var update = store.update()) {
      relays(relays, network.now(), update);
      money(relays, network.now(), update);
      update.health(
          new SourceHealth(
              NAME,
              Optional.of(time.now()),
              Optional.of(network.now()),
              Optional.empty(),
              Optional.empty()));
      update.publish();
    }
    return Outcome.done(
        new Told(Optional.of(network.now()), Map.of("relays", (long) relays.size()), List.of()));
  }

  private static void relays(List<DemoRelay> relays, Instant now, Update update) {
    var details = new DemoDetails(relays, now);
    update.relays(now, relays.stream().map(details::of).toList());
    for (var relay : relays) {
      var histories = new DemoHistories(relay, now);
      for (var chronicle : List.of(Chronicle.BANDWIDTH, Chronicle.WEIGHTS, Chronicle.UPTIME)) {
        update.document(
            relay.fingerprint().value(),
            chronicle,
            histories.document(chronicle, details.share(relay)));
      }
    }
  }

  private static void money(List<DemoRelay> relays, Instant now, Update update) {
    update.pages(
        relays.stream()
            .filter(relay -> relay.isOurs() && relay.isRunning(now))
            .collect(toMap(DemoRelay::fingerprint, relay -> new DemoMoney(relay, now).page())));
    var payable =
        relays.stream().filter(r -> DemoContacts.of(r).contains(r.address().text())).toList();
    update.purses(
        payable.stream()
            .collect(toMap(DemoRelay::address, relay -> new DemoMoney(relay, now).purse())));
    update.gifts(
        payable.stream().flatMap(relay -> new DemoMoney(relay, now).gifts().stream()).toList());
  }
}
