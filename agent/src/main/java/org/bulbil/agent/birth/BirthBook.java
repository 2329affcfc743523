package org.bulbil.agent.birth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bulbil.agent.birth.Birth.State;
import org.bulbil.bitcoin.store.Row;
import org.bulbil.bitcoin.store.Sqlite;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.core.policy.Family;
import org.bulbil.hosting.CreditToken;
import org.bulbil.tor.Fingerprint;

/** The table of births. */
public final class BirthBook {

  private final Sqlite store;

  public BirthBook(Sqlite store) {
    this.store = store;
  }

  /** All births, oldest first; a relay's caps keep them few. */
  public List<Birth> all() {
    return store.transact(t -> t.list("select * from birth order by id", BirthBook::birth));
  }

  /** What policy needs to know of them. */
  public Family family(int generation) {
    var births = all();
    return new Family(
        generation,
        (int) births.stream().filter(birth -> birth.state() != State.FAILED).count(),
        births.stream().map(Birth::started).max(Instant::compareTo),
        (int) births.reversed().stream().takeWhile(birth -> birth.state() == State.FAILED).count(),
        births.stream().anyMatch(Birth::isUnderWay));
  }

  /** The fingerprints of the children that have appeared in the consensus. */
  public Set<Fingerprint> children() {
    return all().stream()
        .filter(birth -> birth.state() == State.APPEARED || birth.state() == State.DONE)
        .flatMap(birth -> birth.fingerprint().stream())
        .map(Fingerprint::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  Optional<Birth> underWay() {
    return all().stream().filter(Birth::isUnderWay).findFirst();
  }

  void add(Hostname hostname, Genome genome, Cents endowment, Instant now, String words) {
    store.write(
        t ->
            t.update(
                "insert into birth (hostname, genome, cents, state, started, changed, attempts,"
                    + " words) values (?, ?, ?, ?, ?, ?, 0, ?)",
                hostname.value(),
                genome.encode(),
                endowment.value(),
                State.PLANNED.name(),
                now,
                now,
                words));
  }

  void minted(Birth birth, CreditToken token) {
    store.write(
        t -> t.update("update birth set token = ? where id = ?", token.value(), birth.id()));
  }

  void launched(Birth birth, LeaseId lease, Instant now) {
    store.write(
        t -> {
          t.update("update birth set lease = ? where id = ?", lease.value(), birth.id());
          move(birth, State.LAUNCHED, "launched in " + birth.genome().region(), now);
        });
  }

  void appeared(Birth birth, Announcement child, String address, Instant now) {
    store.write(
        t -> {
          t.update(
              "update birth set fingerprint = ?, address = ? where id = ?",
              child.fingerprint(),
              address,
              birth.id());
          move(birth, State.APPEARED, "appeared as " + child.fingerprint(), now);
        });
  }

  void move(Birth birth, State state, String words, Instant now) {
    store.write(
        t ->
            t.update(
                "update birth set state = ?, words = ?, changed = ? where id = ?",
                state.name(),
                words,
                now,
                birth.id()));
  }

  /** A launch was refused: the next attempt goes elsewhere. */
  void refused(Birth birth, Genome elsewhere, String words, Instant now) {
    store.write(
        t ->
            t.update(
                "update birth set genome = ?, attempts = attempts + 1, words = ?, changed = ?"
                    + " where id = ?",
                elsewhere.encode(),
                words,
                now,
                birth.id()));
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
