package org.bulbil.agent.relay;

import com.sun.net.httpserver.HttpHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.bulbil.agent.family.Belonging;
import org.bulbil.agent.family.FamilyWatch;
import org.bulbil.agent.family.FamilyWatch.Stranger;
import org.bulbil.agent.family.KeyDoor;
import org.bulbil.agent.family.Membership;
import org.bulbil.agent.family.Nurse;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.status.Status;
import org.bulbil.agent.tenancy.Home;
import org.bulbil.agent.workload.Relations;
import org.bulbil.agent.workload.Workload;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.core.policy.Conduct;
import org.bulbil.core.time.Testimony;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.ProvenFamilies;
import org.bulbil.tor.family.OnionKey;
import org.bulbil.tor.process.TorFolder;
import org.bulbil.tor.status.Validity;
import org.bulbil.tor.status.Vitals;

/**
 * A Tor relay as a workload. Its tor tells who else there is, its contact line carries the wallet's
 * address, and the key of its family goes from parent to child.
 */
public final class RelayWorkload implements Workload {

  /** Authorities' clocks agree within a second, and their documents have whole ones. */
  private static final Duration VAGUENESS = Duration.ofSeconds(2);

  private final Settings settings;
  private final Keeper keeper;
  private final Wallet wallet;
  private final Membership membership;
  private final Nurse nurse;
  private final FamilyWatch watch;
  private final TorUpkeep upkeep;
  private final RelayRelations relations;
  private Condition condition = Condition.down("tor has not been looked at yet");

  /**
   * @param tor where tor keeps its keys
   * @param keeper of the tor that runs there
   * @param random one that nobody can guess
   */
  public RelayWorkload(
      Settings settings,
      TorFolder tor,
      Keeper keeper,
      Journal journal,
      Wallet wallet,
      Time time,
      RandomGenerator random) {
    var belonging = Belonging.bySignatures();
    this.settings = settings;
    this.keeper = keeper;
    this.wallet = wallet;
    this.membership = Membership.in(tor.keys(), settings, journal, time, random);
    this.nurse = new Nurse(belonging, random);
    this.watch = new FamilyWatch(settings, keeper, ProvenFamilies::of, journal, time);
    this.upkeep = new TorUpkeep(journal);
    this.relations =
        new RelayRelations(
            keeper,
            membership,
            new Kindred(keeper, belonging),
            () -> OnionKey.in(tor.keys()),
            () -> condition.fingerprint());
  }

  @Override
  public String name() {
    return "relay";
  }

  @Override
  public void keep(Home home) {
    condition = Condition.down("how it is could not be found out");
    see(keeper.keep(home, card()));
  }

  @Override
  public void rest(Home home) {
    condition = Condition.down("how it is could not be found out");
    see(keeper.rest());
  }

  private void see(Condition now) {
    condition = now;
    upkeep.see(now);
  }

  private Card card() {
    return new Card(wallet.receiveAddress().toString(), membership.declared(), watch.kin());
  }

  @Override
  public Relations relations() {
    return relations;
  }

  /** Asks for the family's key, or hands it on, and looks who else is there. */
  @Override
  public void lookAround(Set<Fingerprint> children) {
    condition.fingerprint().ifPresent(membership::meet);
    membership.check();
    membership.seek(condition.listed().flatMap(_ -> condition.fingerprint()));
    membership.key().ifPresent(key -> nurse.lookAfter(children, key, keeper::descriptor));
    condition.fingerprint().ifPresent(self -> watch.beat(self, membership.family()));
  }

  @Override
  public Optional<Testimony> clock() {
    return keeper.validity().answer().map(RelayWorkload::testimony);
  }

  /** Authorities make the next consensus in time; a relay may fetch it as late as it ends. */
  private static Testimony testimony(Validity consensus) {
    return new Testimony(
        "the Tor directory",
        consensus.from().minus(VAGUENESS),
        consensus.until().plus(consensus.length()));
  }

  @Override
  public Optional<Conduct> fault() {
    return upkeep.fault();
  }

  @Override
  public Map<String, HttpHandler> doors() {
    return Map.of(Nurse.PATH, nurse, KeyDoor.PATH, new KeyDoor(membership));
  }

  @Override
  public Picture picture(Home home) {
    return new Picture(work(), state(home), kindred());
  }

  private Status.Work work() {
    var check =
        condition.fingerprint().map(own -> "bulbil verify " + own).orElse("bulbil verify RELAY");
    return new Status.Work(
        name(), "Tor relay", check, "the directory carries its address", List.of());
  }

  private Status.Relay state(Home home) {
    var vitals = condition.vitals();
    return new Status.Relay(
        condition.fingerprint().map(Fingerprint::value).orElse(""),
        condition.isRunning(),
        condition.announced(),
        condition.words(),
        vitals.map(Vitals::version).orElse(""),
        vitals.map(v -> v.uptime().toSeconds()).orElse(0L),
        vitals.map(Vitals::bytesRead).orElse(0L),
        vitals.map(Vitals::bytesWritten).orElse(0L),
        home.address().map(address -> address + ":" + settings.relay().orPort()).orElse(""));
  }

  private Status.Kinship kindred() {
    var strangers = watch.strangers();
    var alarming = strangers.stream().filter(Stranger::isAlarming).map(Stranger::words);
    var trouble = Stream.of(membership.trouble()).filter(words -> !words.isEmpty());
    return new Status.Kinship(
        watch.words(),
        strangers.stream().map(Stranger::words).toList(),
        Stream.concat(trouble, alarming).toList());
  }

  /** A relay has no visitors who read: its contact line says what there is to say. */
  @Override
  public void publish(Supplier<Status> newest) {}

  /** Tor goes on: the next start takes it up again. */
  @Override
  public void close() {}
}
