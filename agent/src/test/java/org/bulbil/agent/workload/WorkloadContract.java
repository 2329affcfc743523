package org.bulbil.agent.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.tenancy.Home;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingChain;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.bitcoin.wallet.WalletSettings;
import org.bulbil.core.contact.Heritage;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.genome.Lineage;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.lease.Region;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.testing.MemoryFolder;
import org.bulbil.hosting.Catalogue;
import org.bulbil.tor.Fingerprint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent may rely on, whatever its server is for. */
public abstract class WorkloadContract {

  protected static final Hostname HOSTNAME = new Hostname("bulbil0");

  protected static final Plan PLAN = new Plan("vc2-1c-1gb", Cents.of(38), 1, 1024, 25, 1.0, true);

  private static final Catalogue OFFERS =
      new Catalogue(List.of(PLAN), List.of(new Region("ewr", "E"), new Region("ams", "A")));

  @TempDir(factory = MemoryFolder.class)
  protected Path folder;

  protected final TestingTime time = new TestingTime();
  protected Journal journal;
  protected Wallet wallet;
  private final SimulatedDisk disk = new SimulatedDisk();
  private Workload workload;

  /** A workload that nothing was asked of yet, over the same folder each time. */
  protected abstract Workload begin() throws Exception;

  /** Where its server is; it must be possible to listen there. */
  protected abstract String address();

  /**
   * Lets a server of the same kind live that says whose child it is.
   *
   * @return its fingerprint
   */
  protected abstract Fingerprint appear(Hostname child, Lineage lineage) throws Exception;

  @BeforeEach
  void moveIn() throws Exception {
    var chain = new TestingChain(time.trueTime());
    var settings = WalletSettings.of(Network.REGTEST, disk.seed(), disk.file("wallet.db"));
    wallet = Wallet.open(settings, List.of(chain.source("one")), time, new Random(1));
    journal = Journal.open(disk.file("journal.db"), time);
    workload = begin();
  }

  @AfterEach
  void moveOut() {
    workload.close();
    wallet.close();
    journal.close();
  }

  protected Home home(Optional<String> where) {
    var lease =
        new Lease(
            new LeaseId("ss_m_1"),
            HOSTNAME,
            PLAN.slug(),
            "ewr",
            where,
            time.now().plusSeconds(14 * 86_400),
            Lease.State.RUNNING);
    return new Home(lease, PLAN, Optional.of(Cents.dollars(1)));
  }

  protected Home home() {
    return home(Optional.of(address()));
  }

  /** Some heartbeats. */
  private void live() {
    for (int beat = 0; beat < 8; beat++) {
      workload.keep(home());
      workload.lookAround(Set.of());
    }
  }

  private Fingerprint identity() {
    return workload.relations().identity().orElseThrow();
  }

  @Test
  void itCanBeAskedEverythingBeforeItRuns() {
    assertThat(workload.name()).matches("[a-z]+");
    assertThatCode(
            () -> {
              workload.relations().identity();
              workload.relations().statement(wallet.receiveAddress().toString());
              workload.clock();
              workload.lookAround(Set.of());
            })
        .doesNotThrowAnyException();
    assertThat(workload.fault()).isEmpty();
    assertThat(workload.picture(home()).state().running()).isFalse();
  }

  @Test
  void aServerWithoutAnAddressIsNoReasonToFail() {
    workload.keep(home(Optional.empty()));
    assertThat(workload.picture(home(Optional.empty())).state().running()).isFalse();
  }

  @Test
  void itKnowsWhoItIsAndStaysThatAlsoAfterAStart() throws Exception {
    live();
    var identity = identity();
    var family = workload.relations().family();
    workload.close();
    workload = begin();
    live();
    assertThat(identity()).isEqualTo(identity);
    assertThat(workload.relations().family()).isEqualTo(family);
    assertThat(workload.picture(home()).state().fingerprint()).isEqualTo(identity.value());
  }

  @Test
  void theWalletIsToSayWhoseItIs() {
    live();
    var address = wallet.receiveAddress().toString();
    var statement = workload.relations().statement(address).orElseThrow();
    assertThat(statement).contains(address).isPrintable();
    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(statement)).isTrue();
  }

  @Test
  void aChildIsFoundByItsNameAndItsParent() throws Exception {
    live();
    var child = new Hostname("bulbilchild");
    var lineage = Lineage.FOUNDER.child(identity().value());
    var fingerprint = appear(child, lineage);
    live();
    var found = workload.relations().named(child).answer().orElseThrow();
    assertThat(found)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.fingerprint()).isEqualTo(fingerprint.value());
              assertThat(it.contact().heritage().map(Heritage::lineage)).contains(lineage);
              assertThat(it.contact().btc()).isPresent();
            });
  }

  @Test
  void whoHasNotAppearedIsNotFound() {
    live();
    var nobody = workload.relations().named(new Hostname("bulbilnobody"));
    assertThat(nobody.answer().orElse(List.of())).isEmpty();
    assertThat(nobody).isNotInstanceOf(Outcome.Refused.class);
  }

  @Test
  void nobodyIsHisOwnRelative() {
    live();
    var kin = workload.relations().of(workload.relations().family(), identity());
    assertThat(kin.answer().orElse(List.of()))
        .noneMatch(relative -> relative.fingerprint().equals(identity()));
  }

  @Test
  void whatItIsToldToEndHasEndedAlsoIfToldAgain() {
    live();
    workload.rest(home());
    workload.rest(home());
    assertThat(workload.picture(home()).state().running()).isFalse();
  }

  @Test
  void aChildIsPlacedWhereTheProviderIs() {
    live();
    var drawn = Genome.founder("ewr", PLAN.slug());
    var placed = workload.relations().placed(drawn, OFFERS);
    assertThat(OFFERS.region(placed.region())).isPresent();
    assertThat(placed.withRegion("ewr")).isEqualTo(drawn);
  }

  @Test
  void itsDoorsAreBesideThoseOfTheStatus() {
    assertThat(workload.doors().keySet())
        .allMatch(path -> path.matches("/[a-z]+/?.*"))
        .noneMatch(path -> path.startsWith("/.well-known/") || path.startsWith("/status"));
  }
}
