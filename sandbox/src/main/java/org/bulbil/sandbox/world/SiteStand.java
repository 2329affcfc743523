package org.bulbil.sandbox.world;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.directory.Listing;
import org.bulbil.sandbox.nameserver.Nameserver;
import org.bulbil.sandbox.reader.Reader;
import org.bulbil.sandbox.reader.Readings;
import org.bulbil.sandbox.reader.SiteListings;
import org.bulbil.sandbox.witness.Relay;
import org.bulbil.wire.Http;

/** What a site needs in a sandbox: a nameserver, somebody who finds it, and somebody who reads. */
public final class SiteStand implements AutoCloseable {

  private static final Http.Limits PAGES = new Http.Limits(Duration.ofSeconds(2), 1 << 20);

  private final SiteTerms terms;
  private final Nameserver nameserver;
  private final Http http;
  private final SiteListings listings;
  private final Time time;
  private final RandomGenerator random;
  private Optional<Reader> reader = Optional.empty();

  private SiteStand(SiteTerms terms, Nameserver nameserver, Time time, RandomGenerator random) {
    this.terms = terms;
    this.nameserver = nameserver;
    this.time = time;
    this.random = random;
    this.http = new Http(PAGES);
    this.listings = new SiteListings(terms.zone().name(), nameserver.where(), terms.port(), http);
  }

  /** Opens one; refused where its nameserver does not start. */
  static Outcome<SiteStand> open(SiteTerms terms, Time time, RandomGenerator random)
      throws IOException, InterruptedException {
    return Nameserver.start(terms.named(), terms.zone(), time, random)
        .map(nameserver -> new SiteStand(terms, nameserver, time, random));
  }

  public Nameserver nameserver() {
    return nameserver;
  }

  /** Its servers, as anybody finds them now. */
  public List<Listing> listed() {
    return listings.read().answer().orElse(List.of());
  }

  /** {@code others} and the servers of the site; those where the name cannot be read. */
  Outcome<List<Listing>> with(Outcome<List<Listing>> others) {
    return others.map(known -> Stream.concat(known.stream(), listed().stream()).toList());
  }

  /**
   * Whether a server of the site lives, and not the last one in its last moments: when that ends is
   * no secret, and the name is empty a little earlier.
   */
  boolean isAnyAlive(List<Relay> relays, Instant now) {
    return relays.stream()
        .filter(relay -> relay.isAlive() && listings.hasSeen(relay.hostname()))
        .anyMatch(relay -> now.isBefore(relay.leaseEnd().minus(terms.zone().ttl())));
  }

  /** Begins to read it. */
  void startReading(BooleanSupplier isAnyAlive) {
    var plan =
        new Reader.Plan(
            terms.zone().name(),
            nameserver.where(),
            terms.port(),
            terms.words(),
            terms.zone().ttl());
    reader = Optional.of(Reader.start(plan, isAnyAlive, time, random));
  }

  /** What was read up to now; empty before somebody began. */
  public Optional<Readings> readings() {
    return reader.map(Reader::readings);
  }

  /** Nobody reads any more; what was counted stays. */
  public void stopReading() {
    reader.ifPresent(Reader::close);
  }

  @Override
  public void close() {
    stopReading();
    http.close();
    nameserver.close();
  }
}
