package org.bulbil.agent.relay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.birth.Announcement;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.tenancy.Home;
import org.bulbil.core.contact.ContactInfo;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.bulbil.tor.control.ControlPort;
import org.bulbil.tor.directory.Flag;
import org.bulbil.tor.directory.RouterStatus;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.tor.process.TorBinary;
import org.bulbil.tor.process.TorFolder;
import org.bulbil.tor.process.TorProcess;
import org.bulbil.tor.status.RunningRelay;
import org.bulbil.tor.status.Vitals;

/** Keeps one tor running as a relay. One thread. */
public final class RelayKeeper implements Keeper {

  private final TorFolder folder;
  private final TorrcOfRelay torrc;
  private final String binary;
  private final Journal journal;
  private final Time time;
  private Optional<TorProcess> tor = Optional.empty();
  private boolean told;

  /**
   * @param home folder of the agent; tor's is in it
   */
  public RelayKeeper(Settings settings, Path home, Journal journal, Time time) {
    this.folder = new TorFolder(home.resolve("tor"));
    this.torrc = new TorrcOfRelay(settings, folder);
    this.binary = settings.relay().binary();
    this.journal = journal;
    this.time = time;
  }

  @Override
  public Condition keep(Home home, String wallet) {
    return home.address()
        .map(address -> keep(home, address, wallet))
        .orElseGet(() -> Condition.down("the server has no address yet"));
  }

  private Condition keep(Home home, String address, String wallet) {
    if (tor.filter(TorProcess::isAlive).isEmpty()) {
      tor.ifPresent(dead -> journal.note(Entry.Kind.TOR, "tor died: " + dead.failure()));
      tor = start(home, address, wallet);
    }
    return tor.map(running -> examine(running, wallet))
        .orElseGet(() -> Condition.down("tor does not run"));
  }

  private Optional<TorProcess> start(Home home, String address, String wallet) {
    var started =
        TorBinary.at(Path.of(binary)).flatMap(found -> startWith(found, home, address, wallet));
    journal.note(
        Entry.Kind.TOR,
        started
            .answer()
            .map(process -> "tor runs as process " + process.pid())
            .orElseGet(() -> "tor does not start: " + started.summary()));
    return started.answer();
  }

  private Outcome<TorProcess> startWith(TorBinary found, Home home, String address, String wallet) {
    try {
      return TorProcess.adoptOrStart(found, torrc.torrc(home, address, wallet), time);
    } catch (IOException e) {
      return Outcome.unknown("the disk: " + e.getMessage());
    }
  }

  private Condition examine(TorProcess running, String wallet) {
    return running
        .control()
        .map(port -> examine(port, wallet))
        .answer()
        .orElseGet(() -> Condition.down("tor runs but does not answer"));
  }

  private Condition examine(ControlPort port, String wallet) {
    try (port) {
      var relay = new RunningRelay(port);
      var vitals = relay.vitals().answer();
      var listed = vitals.flatMap(v -> relay.listed(v.fingerprint()).answer().flatMap(o -> o));
      var announced =
          vitals.isPresent() && listed.isPresent() && isAnnounced(relay, vitals.get(), wallet);
      return new Condition(vitals, listed, announced, words(vitals, listed));
    }
  }

  /** Whether the descriptor that the directory holds carries our line, read back from there. */
  private boolean isAnnounced(RunningRelay relay, Vitals vitals, String wallet) {
    var ours = torrc.contact(wallet).value();
    var found =
        relay
            .descriptor(vitals.fingerprint())
            .answer()
            .flatMap(descriptor -> descriptor)
            .filter(descriptor -> descriptor.contact().equals(ours))
            .isPresent();
    if (found && !told) {
      told = true;
      journal.note(Entry.Kind.TOR, "the directory carries our address: " + ours);
    }
    return found;
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

  private static Outcome<List<Announcement>> named(ControlPort port, Hostname nickname) {
    try (port) {
      var relay = new RunningRelay(port);
      return relay
          .listed(Nickname.of(nickname))
          .flatMap(
              entry ->
                  entry
                      .map(listed -> descriptor(relay, listed.fingerprint()))
                      .orElse(Outcome.done(List.of())));
    }
  }

  private static Outcome<List<Announcement>> descriptor(RunningRelay relay, Fingerprint child) {
    return relay
        .descriptor(child)
        .map(found -> found.stream().map(RelayKeeper::announcement).toList());
  }

  private static Announcement announcement(ServerDescriptor descriptor) {
    return new Announcement(
        descriptor.fingerprint().value(), ContactInfo.read(descriptor.contact()));
  }
}
