package org.bulbil.agent.survive;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.agent.birth.Announcement;
import org.bulbil.agent.relay.Card;
import org.bulbil.agent.relay.Condition;
import org.bulbil.agent.relay.Keeper;
import org.bulbil.agent.tenancy.Home;
import org.bulbil.bitcoin.Address;
import org.bulbil.core.contact.ContactInfo;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.tor.status.Validity;
import org.bulbil.tor.status.Vitals;

/** The Tor directory of a life: children that were launched appear in it, and so do impostors. */
final class Directory implements Keeper {

  static final Fingerprint OWN = new Fingerprint("A".repeat(40));

  private static final Condition RUNNING =
      new Condition(
          Optional.of(
              new Vitals(
                  OWN, 0, 0, Duration.ofHours(1), true, "0.4.9.11", Vitals.Standing.RECOMMENDED)),
          Optional.empty(),
          true,
          "a simulated relay");

  private static final double IMPOSTORS = 0.1;

  private final World world;
  private final Tenant tenant;
  private final Dice dice;
  private final BirthStep stuck;
  private final Map<Hostname, List<Announcement>> relays = new HashMap<>();
  private final Map<Hostname, Instant> children = new HashMap<>();
  private final Map<String, Hostname> wallets = new HashMap<>();
  private int fingerprints;
  private int tokensSeen;

  Directory(World world, Tenant tenant, Dice dice, BirthStep stuck) {
    this.world = world;
    this.tenant = tenant;
    this.dice = dice;
    this.stuck = stuck;
  }

  /** Whose wallet an address is, where it is that of a child. */
  Optional<Hostname> childAt(String address) {
    return Optional.ofNullable(wallets.get(address));
  }

  /** New servers boot, and hours later their relays are listed. */
  void turn() {
    var tokens = world.book.tokens();
    if (tokens.size() > 1 || tokensSeen != tokens.size()) {
      tokensSeen = tokens.size();
      tokens.stream()
          .filter(token -> !tenant.owns(token))
          .flatMap(token -> world.book.orders(token).stream())
          .forEach(order -> boot(order.hostname()));
    }
    if (stuck != BirthStep.APPEARANCE) {
      children.forEach(this::list);
    }
  }

  private void boot(Hostname child) {
    if (!children.containsKey(child)) {
      children.put(child, world.now().plus(dice.wait(Duration.ofHours(6))));
      world.tally.count(Happening.BIRTHS);
      world.diary.note("child %s boots", child);
    }
  }

  private void list(Hostname child, Instant when) {
    if (!relays.containsKey(child) && !world.now().isBefore(when)) {
      var listed = new ArrayList<Announcement>();
      if (dice.chance(IMPOSTORS)) {
        listed.add(announcement(world.payees.next(), "D".repeat(40)));
      }
      var wallet = world.payees.next();
      wallets.put(wallet.toString(), child);
      listed.add(announcement(wallet, OWN.value()));
      relays.put(child, listed);
      world.diary.note("child %s appears", child);
    }
  }

  private Announcement announcement(Address wallet, String parent) {
    var contact =
        "email:op[]sandbox.test btc:%s ciissversion:2 bulbil generation:1 parent:%s genes:00000000"
            .formatted(wallet, parent);
    return new Announcement("%040X".formatted(++fingerprints), ContactInfo.read(contact));
  }

  @Override
  public Outcome<List<Fingerprint>> running(String prefix) {
    return Outcome.done(List.of());
  }

  @Override
  public Condition keep(Home home, Card card) {
    return RUNNING;
  }

  /** As fresh as a relay's is: up to an hour and a half old, valid for three. */
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
    var hour = world.now().truncatedTo(ChronoUnit.HOURS);
    return world.wire.send(
        "consensus", () -> Outcome.done(new Validity(hour, hour.plus(Duration.ofHours(3)))));
  }

  @Override
  public Outcome<Optional<ServerDescriptor>> descriptor(Fingerprint relay) {
    return Outcome.done(Optional.empty());
  }

  @Override
  public Outcome<List<Announcement>> named(Hostname nickname) {
    return world.wire.send(
        "directory", () -> Outcome.done(relays.getOrDefault(nickname, List.of())));
  }
}
