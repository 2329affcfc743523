package org.bulbil.agent.birth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bulbil.agent.birth.Birth.State;
import org.bulbil.bitcoin.store.Column;
import org.bulbil.bitcoin.store.Form;
import org.bulbil.bitcoin.store.Row;
import org.bulbil.bitcoin.store.Store;
import org.bulbil.bitcoin.store.Table;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.core.policy.Family;
import org.bulbil.hosting.CreditToken;
import org.bulbil.tor.Fingerprint;

/** The table of births. */
public final class BirthBook {

  private static final Form<Birth> FORM =
      new Form<>(
          "birth",
          List.of(
              Column.number("id"),
              Column.text("hostname"),
              Column.text("genome"),
              Column.number("cents"),
              Column.text("state"),
              Column.text("token").optional(),
              Column.text("lease").optional(),
              Column.text("fingerprint").optional(),
              Column.text("address").optional(),
              Column.number("started"),
              Column.number("changed"),
              Column.number("attempts"),
              Column.text("words")),
          BirthBook::values,
          BirthBook::birth);

  private final Store store;
  private final Table<Long, Birth> births;

  public BirthBook(Store store) {
    this.store = store;
    this.births = store.table(FORM, Birth::id);
  }

  /** All births, oldest first; a relay's caps keep them few. */
  public List<Birth> all() {
    return births.all();
  }

  /**
   * What policy needs to know of them.
   *
   * @param yearAgo births that began before it count no more towards the cap
   * @param bereft when two of the last three children were found to have died young
   */
  Family family(int generation, Instant yearAgo, Optional<Instant> bereft) {
    var births = all();
    return new Family(
        generation,
        (int) births.stream().filter(birth -> counts(birth, yearAgo)).count(),
        births.stream().map(Birth::started).max(Instant::compareTo),
        (int) births.reversed().stream().takeWhile(birth -> birth.state() == State.FAILED).count(),
        births.stream().anyMatch(Birth::isUnderWay),
        bereft);
  }

  private static boolean counts(Birth birth, Instant yearAgo) {
    return birth.state() != State.FAILED && birth.started().isAfter(yearAgo);
  }

  /** The fingerprints of the children that have appeared in the consensus. */
  public Set<Fingerprint> children() {
    return all().stream()
        .filter(Birth::hasAppeared)
        .flatMap(birth -> birth.fingerprint().stream())
        .map(Fingerprint::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  Optional<Birth> underWay() {
    return all().stream().filter(Birth::isUnderWay).findFirst();
  }

  void add(Hostname hostname, Genome genome, Cents endowment, Instant now, String words) {
    store.write(
        () ->
            births.put(
                new Birth(
                    births.last().map(Birth::id).orElse(0L) + 1,
                    hostname,
                    genome,
                    endowment,
                    State.PLANNED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    now,
                    now,
                    0,
                    words)));
  }

  void minted(Birth birth, CreditToken token) {
    births.put(now(birth).withToken(token));
  }

  void launched(Birth birth, LeaseId lease, Instant now) {
    births.put(
        now(birth)
            .withLease(lease)
            .moved(State.LAUNCHED, "launched in " + birth.genome().region(), now));
  }

  void appeared(Birth birth, Announcement child, String address, Instant now) {
    births.put(
        now(birth)
            .known(child.fingerprint(), address)
            .moved(State.APPEARED, "appeared as " + child.fingerprint(), now));
  }

  void move(Birth birth, State state, String words, Instant now) {
    births.put(now(birth).moved(state, words, now));
  }

  /** A launch was refused: the next attempt goes elsewhere. */
  void refused(Birth birth, Genome elsewhere, String words, Instant now) {
    births.put(now(birth).refusedOnce(elsewhere, words, now));
  }

  /** As it stands on disk, whatever the caller has. */
  private Birth now(Birth birth) {
    return births.find(birth.id()).orElseThrow();
  }

  private static List<?> values(Birth birth) {
    return List.of(
        birth.id(),
        birth.hostname().value(),
        birth.genome().encode(),
        birth.endowment().value(),
        birth.state().name(),
        birth.token().map(CreditToken::value),
        birth.lease().map(LeaseId::value),
        birth.fingerprint(),
        birth.address(),
        birth.started(),
        birth.changed(),
        birth.attempts(),
        birth.words());
  }

  private static Birth birth(Row row) {
    return new Birth(
        row.number("id"),
        new Hostname(row.text("hostname")),
        Genome.decode(row.text("genome")),
        Cents.of(row.number("cents")),
        State.valueOf(row.text("state")),
        row.optionalText("token").map(CreditToken::new),
        row.optionalText("lease").map(LeaseId::new),
        row.optionalText("fingerprint"),
        row.optionalText("address"),
        row.instant("started"),
        row.instant("changed"),
        row.integer("attempts"),
        row.text("words"));
  }
}
