package org.bulbil.agent.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bulbil.agent.family.FamilyWatch.Stranger;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.settings.TestingSettings;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.bulbil.tor.directory.ServerDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Relatives are found and named, strangers are told of, and neither makes much work. */
class FamilyWatchTest {

  private static final FamilyId FAMILY =
      new FamilyId("4h48rZ4d/qDoAxHIsf0qGJw+DsHfjQ6BtQ6ENK8QlrA");
  private static final Fingerprint SELF = relay(1);
  private static final Duration HEARTBEAT = Duration.ofMinutes(10);
  private static final Duration DAY = Duration.ofDays(1);
  private static final String OURS = "bulbil generation:0 genes:00000000 family:" + FAMILY;

  private final SimulatedDisk disk = new SimulatedDisk();
  private final TestingTime time = new TestingTime();
  private Journal journal = Journal.open(disk.file("journal.db"), time);
  private final Consensus consensus = new Consensus();
  private FamilyWatch watch = watch();

  /** A directory in memory; who proves our family is in {@code keyholders}. */
  private static final class Consensus implements FamilyWatch.Registry {
    private final Map<Fingerprint, ServerDescriptor> relays = new TreeMap<>();
    private final Set<Fingerprint> keyholders = new java.util.TreeSet<>();
    private int read;

    @Override
    public Outcome<List<Fingerprint>> listed() {
      return Outcome.done(new ArrayList<>(relays.keySet()));
    }

    @Override
    public Outcome<List<Fingerprint>> running(String prefix) {
      return Outcome.done(
          relays.values().stream()
              .filter(relay -> relay.nickname().value().startsWith(prefix))
              .map(ServerDescriptor::fingerprint)
              .toList());
    }

    @Override
    public Outcome<Optional<ServerDescriptor>> of(Fingerprint relay) {
      read++;
      return Outcome.done(Optional.ofNullable(relays.get(relay)));
    }

    Set<String> proven(ServerDescriptor relay) {
      return keyholders.contains(relay.fingerprint()) ? Set.of(FAMILY.value()) : Set.of();
    }

    void add(Fingerprint relay, String name, String contact, List<String> family, boolean proves) {
      var some = new Bandwidth(1);
      relays.put(
          relay,
          new ServerDescriptor(
              new Nickname(name),
              InetAddress.ofLiteral("127.66.1.2"),
              9001,
              0,
              relay,
              Instant.EPOCH,
              "",
              Duration.ZERO,
              new ServerDescriptor.Capacity(some, some, some),
              contact,
              family,
              proves ? 1 : 0,
              "",
              "",
              ""));
      if (proves) {
        keyholders.add(relay);
      }
    }

    void relative(int number, String contact) {
      add(relay(number), "bulbil" + number, contact, List.of(), true);
    }
  }

  private static Fingerprint relay(int number) {
    return new Fingerprint("%040X".formatted(number));
  }

  private FamilyWatch watch() {
    return new FamilyWatch(settings(), consensus, consensus::proven, journal, time);
  }

  private static Settings settings() {
    return new TestingSettings().settings();
  }

  private void live(Duration span) {
    for (var end = time.now().plus(span); time.now().isBefore(end); time.pause(HEARTBEAT)) {
      watch.beat(SELF, FAMILY);
    }
  }

  private String strangers() {
    return String.join("\n", watch.strangers().stream().map(Stranger::words).toList());
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void relativesAreNamedInMyFamily() {
    consensus.relative(1, OURS);
    consensus.relative(2, OURS);
    consensus.relative(
        3, "bulbil generation:1 parent:%s genes:00000000 family:%s".formatted(relay(2), FAMILY));
    live(HEARTBEAT);
    assertThat(watch.kin()).containsExactly(relay(2), relay(3));
    assertThat(watch.strangers()).isEmpty();
    assertThat(watch.words()).contains("2 relatives");
  }

  @Test
  void aStartChangesNothingOfWhatIsDeclared() {
    consensus.relative(2, OURS);
    live(HEARTBEAT);
    journal.close();
    journal = Journal.open(disk.file("journal.db"), time);
    watch = watch();
    assertThat(watch.kin()).containsExactly(relay(2));
  }

  @Test
  void aStartWithoutRelativesIsNoTrouble() {
    live(HEARTBEAT);
    journal.close();
    journal = Journal.open(disk.file("journal.db"), time);
    assertThat(watch().kin()).isEmpty();
  }

  @Test
  void oneThatIsAwayForSomeDaysIsStillNamedAndThenNoMore() {
    consensus.relative(2, OURS);
    live(HEARTBEAT);
    consensus.relays.clear();
    live(DAY.multipliedBy(6));
    assertThat(watch.kin()).containsExactly(relay(2));
    live(DAY.multipliedBy(3));
    assertThat(watch.kin()).isEmpty();
  }

  /** Each change is a new descriptor for every relative. */
  @Test
  void whatIsDeclaredChangesOnceADayAtMost() {
    int changes = 0;
    for (int hour = 0; hour < 48; hour++) {
      var before = watch.kin();
      consensus.relative(100 + hour, OURS);
      live(Duration.ofHours(1));
      changes += watch.kin().equals(before) ? 0 : 1;
    }
    assertThat(changes).isBetween(2, 3);
    assertThat(watch.kin()).hasSizeGreaterThan(20);
  }

  @Test
  void aDescriptorDoesNotGrowWithoutBound() {
    IntStream.range(0, 300).forEach(i -> consensus.relative(1_000 + i, OURS));
    live(DAY.multipliedBy(4));
    assertThat(watch.kin()).hasSize(64);
    assertThat(watch.kin().getFirst()).isEqualTo(relay(1_000));
  }

  @Test
  void whoHasTheKeyAndIsNoneOfUsIsToldOfFirst() {
    consensus.add(relay(7), "Quiet", "nobody", List.of(), true);
    consensus.add(relay(8), "Boaster", OURS, List.of(), false);
    consensus.add(relay(9), "Pointer", "", List.of("$" + SELF), false);
    consensus.relative(
        10, "bulbil generation:2 parent:%s genes:00000000 family:%s".formatted(relay(99), FAMILY));
    live(HEARTBEAT);
    assertThat(watch.strangers())
        .extracting(Stranger::fingerprint)
        .containsExactly(relay(7), relay(10), relay(8), relay(9));
    assertThat(watch.strangers())
        .extracting(Stranger::isAlarming)
        .containsExactly(true, false, false, false);
    assertThat(strangers())
        .contains("somebody who should not have the family's key has it")
        .contains("has not its key")
        .contains("a parent that this relay never saw")
        .contains("no effect");
    assertThat(watch.kin()).as("whoever has no key is not named").containsExactly(relay(10));
    assertThat(journal.newest(9)).extracting(Entry::kind).containsOnly(Entry.Kind.FAMILY);
    live(DAY);
    assertThat(journal.newest(99)).as("once each").hasSize(4);
    consensus.relays.remove(relay(7));
    live(DAY);
    assertThat(watch.strangers()).hasSize(3);
  }

  /** A few hundred at a time: the last of three thousand is found after some looks, not at once. */
  @Test
  void theWholeNetworkIsLookedThroughALittleAtATime() {
    IntStream.range(0, 3_000)
        .forEach(i -> consensus.add(relay(10_000 + i), "other" + i, "", List.of(), false));
    consensus.add(relay(90_000), "Thief", "", List.of(), true);
    live(HEARTBEAT);
    assertThat(consensus.read).isLessThanOrEqualTo(264);
    assertThat(watch.strangers()).isEmpty();
    live(DAY);
    assertThat(strangers()).contains(relay(90_000).value());
  }

  @Test
  void aCrowdOfStrangersIsBounded() {
    IntStream.range(0, 1_000)
        .forEach(i -> consensus.add(relay(10_000 + i), "crowd" + i, OURS, List.of(), false));
    live(DAY);
    assertThat(watch.strangers()).hasSize(20);
    assertThat(journal.newest(999).size()).isLessThanOrEqualTo(128);
  }
}
