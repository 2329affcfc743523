package org.bulbil.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.birth.Announcement;
import org.bulbil.agent.relay.Card;
import org.bulbil.agent.relay.Condition;
import org.bulbil.agent.relay.Keeper;
import org.bulbil.agent.tenancy.Home;
import org.bulbil.core.contact.ContactInfo;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.tor.status.Validity;
import org.bulbil.tor.status.Vitals;
import org.bulbil.tor.status.Vitals.Standing;

/** A relay that runs until a test breaks it, in a directory that a test writes. */
final class TestingKeeper implements Keeper {

  static final Fingerprint OWN = new Fingerprint("A".repeat(40));

  private final List<Announced> directory = new ArrayList<>();

  private Standing standing = Standing.RECOMMENDED;
  private boolean isBroken;

  private record Announced(Hostname nickname, Announcement announcement) {}

  void announce(Hostname nickname, String fingerprint, String contact) {
    directory.add(
        new Announced(nickname, new Announcement(fingerprint, ContactInfo.read(contact))));
  }

  /** What the authorities say of its tor from now on. */
  void judge(Standing judgement) {
    standing = judgement;
  }

  /** From now on keeping it throws. */
  void breakDown() {
    isBroken = true;
  }

  @Override
  public Condition keep(Home home, Card card) {
    if (isBroken) {
      throw new IllegalStateException("the relay of a test is broken");
    }
    var vitals = new Vitals(OWN, 0, 0, Duration.ofHours(1), true, "0.4.9.11", standing);
    return new Condition(Optional.of(vitals), Optional.empty(), false, "a relay of a test");
  }

  @Override
  public Condition rest() {
    return Condition.down("ended by order of its launcher");
  }

  @Override
  public Outcome<List<Fingerprint>> listed() {
    return Outcome.done(List.of());
  }

  @Override
  public Outcome<Validity> validity() {
    return Outcome.unknown("a relay of a test has no consensus");
  }

  @Override
  public Outcome<List<Fingerprint>> running(String prefix) {
    return Outcome.done(List.of());
  }

  @Override
  public Outcome<Optional<ServerDescriptor>> descriptor(Fingerprint relay) {
    return Outcome.done(Optional.empty());
  }

  @Override
  public Outcome<List<Announcement>> named(Hostname nickname) {
    return Outcome.done(
        directory.stream()
            .filter(entry -> entry.nickname().equals(nickname))
            .map(Announced::announcement)
            .toList());
  }
}
