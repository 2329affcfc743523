package org.bulbil.agent.relay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.birth.Announcement;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.tenancy.Home;
import org.bulbil.core.contact.ContactInfo;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.bulbil.tor.control.ControlPort;
import org.bulbil.tor.control.ControlReply;
import org.bulbil.tor.directory.Flag;
import org.bulbil.tor.directory.ProvenFamilies;
import org.bulbil.tor.directory.RouterStatus;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.tor.process.ContactText;
import org.bulbil.tor.process.TorBinary;
import org.bulbil.tor.process.TorFolder;
import org.bulbil.tor.process.TorProcess;
import org.bulbil.tor.process.Torrc;
import org.bulbil.tor.status.RunningRelay;
import org.bulbil.tor.status.Validity;
import org.bulbil.tor.status.Vitals;

/** Keeps one tor running as a relay. One thread. */
public final class RelayKeeper implements Keeper {

  /** For tor to end by itself; see {@link TorProcess#stop}. */
  private static final Duration REST_WAIT = Duration.ofSeconds(10);

  private final TorFolder folder;
  private final TorrcOfRelay torrc;
  private final String binary;
  private final Journal journal;
  private final Time time;
  private Optional<TorProcess> tor = Optional.empty();
  private Optional<Torrc> followed = Optional.empty();
  private String announced = "";

  /**
   * @param home folder of the agent; tor's is in it
   */
  public RelayKeeper(Settings settings, Path home, Journal journal, Time time) {
    this.folder = new TorFolder(home.resolve("tor"));
    this.torrc = new TorrcOfRelay(settings, folder, new OwnSystem(Path.of("/")).facts());
    this.binary = settings.relay().binary();
    this.journal = journal;
    this.time = time;
  }

  @Override
  public Condition keep(Home home, Card card) {
    return home.address()
        .map(address -> keep(home, address, card))
        .orElseGet(() -> Condition.down("the server has no address yet"));
  }

  private Condition keep(Home home, String address, Card card) {
    if (tor.filter(TorProcess::isAlive).isEmpty()) {
      tor.ifPresent(dead -> journal.note(Entry.Kind.TOR, "tor died: " + dead.failure()));
      tor = start(home, address, card);
    }
    tor.ifPresent(running -> follow(running, torrc.torrc(home, address, card)));
    tor.ifPresent(this::trimLog);
    var contact = torrc.contact(home.plan(), card);
    return tor.map(running -> examine(running, contact, card))
        .orElseGet(() -> Condition.down("tor does not run"));
  }

  @Override
  public Condition rest() {
    var running = tor.or(() -> TorProcess.adopt(folder).answer()).filter(TorProcess::isAlive);
    running.ifPresent(
        process -> {
          process.stop(REST_WAIT);
          journal.note(Entry.Kind.TOR, "tor was ended, as ordered");
        });
    tor = Optional.empty();
    return Condition.down("ended by order of its launcher");
  }

  private Optional<TorProcess> start(Home home, String address, Card card) {
    var started =
        TorBinary.at(Path.of(binary)).flatMap(found -> startWith(found, home, address, card));
    journal.note(
        Entry.Kind.TOR,
        started
            .answer()
            .map(process -> "tor runs as process " + process.pid())
            .orElseGet(() -> "tor does not start: " + started.summary()));
    return started.answer();
  }

  private Outcome<TorProcess> startWith(TorBinary found, Home home, String address, Card card) {
    try {
      var wanted = torrc.torrc(home, address, card);
      var running = TorProcess.adoptOrStart(found, wanted, time);
      followed = running.answer().map(_ -> wanted);
      return running;
    } catch (IOException e) {
      return Outcome.unknown("the disk: " + e.getMessage());
    }
  }

  /** Tells a running tor what has changed since it was last told. */
  private void follow(TorProcess running, Torrc wanted) {
    if (!followed.equals(Optional.of(wanted))) {
      var answer = reloaded(running, wanted);
      journal.note(Entry.Kind.TOR, "tor is told its new torrc: " + answer.summary());
      followed = answer.answer().map(_ -> wanted);
    }
  }

  private static Outcome<ControlReply> reloaded(TorProcess running, Torrc wanted) {
    try {
      return running.reload(wanted);
    } catch (IOException e) {
      return Outcome.unknown("the disk: " + e.getMessage());
    }
  }

  /** What tor says in years must not fill the disk. */
  private void trimLog(TorProcess running) {
    try {
      running.trimLog();
    } catch (IOException e) {
      journal.note(Entry.Kind.TOR, "tor's log cannot be trimmed: " + e.getMessage());
    }
  }

  private Condition examine(TorProcess running, ContactText contact, Card card) {
    return running
        .control()
        .map(port -> examine(port, contact, card))
        .answer()
        .orElseGet(() -> Condition.down("tor runs but does not answer"));
  }

  private Condition examine(ControlPort port, ContactText contact, Card card) {
    try (port) {
      var relay = new RunningRelay(port);
      var vitals = relay.vitals().answer();
      var listed = vitals.flatMap(v -> relay.listed(v.fingerprint()).answer().flatMap(o -> o));
      var announced =
          vitals.isPresent()
              && listed.isPresent()
              && isAnnounced(relay, vitals.get(), contact.value(), card);
      return new Condition(vitals, listed, announced, words(vitals, listed));
    }
  }

  /**
   * Whether the descriptor that the directory holds carries our line and proves the family that the
   * line names, read back from there.
   */
  private boolean isAnnounced(RunningRelay relay, Vitals vitals, String ours, Card card) {
    var found =
        relay
            .descriptor(vitals.fingerprint())
            .answer()
            .flatMap(descriptor -> descriptor)
            .filter(descriptor -> descriptor.contact().equals(ours))
            .filter(descriptor -> card.family().filter(id -> !isProven(descriptor, id)).isEmpty())
            .isPresent();
    if (found && !announced.equals(ours)) {
      announced = ours;
      journal.note(Entry.Kind.TOR, "the directory carries our address: " + ours);
    }
    return found;
  }

  private static boolean isProven(ServerDescriptor relay, FamilyId family) {
    return ProvenFamilies.of(relay).contains(family.value());
  }

  private static String words(Optional<Vitals> vitals, Optional<RouterStatus> listed) {
    if (vitals.isEmpty()) {
      return "tor is starting";
    }
    return listed
        .map(entry -> entry.has(Flag.RUNNING) ? "Running in the consensus" : "listed, not Running")
        .orElse("not in the consensus yet");
  }

  @Override
  public Outcome<List<Announcement>> named(Hostname nickname) {
    return tor.map(running -> running.control().flatMap(port -> named(port, nickname)))
        .orElse(Outcome.unknown("tor does not run"));
  }

  @Override
  public Outcome<Validity> validity() {
    return tor.map(running -> running.control().flatMap(RelayKeeper::validity))
        .orElse(Outcome.unknown("tor does not run"));
  }

  private static Outcome<Validity> validity(ControlPort port) {
    try (port) {
      return new RunningRelay(port).validity();
    }
  }

  @Override
  public Outcome<Optional<ServerDescriptor>> descriptor(Fingerprint relay) {
    return tor.map(running -> running.control().flatMap(port -> descriptor(port, relay)))
        .orElse(Outcome.unknown("tor does not run"));
  }

  @Override
  public Outcome<List<Fingerprint>> running(String prefix) {
    return tor.map(running -> running.control().flatMap(port -> running(port, prefix)))
        .orElse(Outcome.unknown("tor does not run"));
  }

  private static Outcome<List<Fingerprint>> running(ControlPort port, String prefix) {
    try (port) {
      return new RunningRelay(port)
          .named(prefix)
          .map(
              all ->
                  all.stream()
                      .filter(entry -> entry.has(Flag.RUNNING))
                      .map(RouterStatus::fingerprint)
                      .toList());
    }
  }

  @Override
  public Outcome<List<Fingerprint>> listed() {
    return tor.map(running -> running.control().flatMap(RelayKeeper::listed))
        .orElse(Outcome.unknown("tor does not run"));
  }

  private static Outcome<List<Fingerprint>> listed(ControlPort port) {
    try (port) {
      return new RunningRelay(port).everybody();
    }
  }

  private static Outcome<Optional<ServerDescriptor>> descriptor(
      ControlPort port, Fingerprint relay) {
    try (port) {
      return new RunningRelay(port).descriptor(relay);
    }
  }

  private static Outcome<List<Announcement>> named(ControlPort port, Hostname nickname) {
    try (port) {
      var relay = new RunningRelay(port);
      return relay
          .listed(Nickname.of(nickname))
          .flatMap(
              entry ->
                  entry
                      .map(listed -> announced(relay, listed.fingerprint()))
                      .orElse(Outcome.done(List.of())));
    }
  }

  private static Outcome<List<Announcement>> announced(RunningRelay relay, Fingerprint child) {
    return relay
        .descriptor(child)
        .map(found -> found.stream().map(RelayKeeper::announcement).toList());
  }

  private static Announcement announcement(ServerDescriptor descriptor) {
    return new Announcement(
        descriptor.fingerprint().value(), ContactInfo.read(descriptor.contact()));
  }
}
