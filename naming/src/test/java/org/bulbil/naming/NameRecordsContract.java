package org.bulbil.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.naming.NameRecords.Removal;
import org.junit.jupiter.api.Test;

/** What everybody may rely on who keeps a name: nothing is lost when several change it at once. */
public abstract class NameRecordsContract {

  private static final InetAddress ONE = InetAddress.ofLiteral("192.0.2.1");
  private static final InetAddress TWO = InetAddress.ofLiteral("192.0.2.2");
  private static final InetAddress SIX = InetAddress.ofLiteral("2001:db8::6");

  private static final int MANY = 12;
  private static final int ROUNDS = 20;

  /** One to whom nobody else talks, and that has no address yet. */
  protected abstract NameRecords records();

  @Test
  void aNameBeginsWithoutAddresses() {
    assertThat(records().read()).isEqualTo(Outcome.done(Addresses.NONE));
  }

  @Test
  void addressesOfBothFamiliesStandTogether() {
    var records = records();
    records.add(ONE);
    records.add(SIX);
    assertThat(records.read()).isEqualTo(Outcome.done(Addresses.of(ONE, SIX)));
  }

  @Test
  void whatIsThereCanBeAddedAgain() {
    var records = records();
    assertThat(records.add(ONE)).isEqualTo(Outcome.done(ONE));
    assertThat(records.add(ONE)).isEqualTo(Outcome.done(ONE));
    assertThat(records.read()).isEqualTo(Outcome.done(Addresses.of(ONE)));
  }

  @Test
  void whatIsSeenCanBeRemoved() {
    var records = records();
    records.add(ONE);
    records.add(SIX);
    assertThat(records.remove(SIX, Addresses.of(ONE, SIX)))
        .isEqualTo(Outcome.done(Removal.REMOVED));
    assertThat(records.remove(ONE, Addresses.of(ONE))).isEqualTo(Outcome.done(Removal.REMOVED));
    assertThat(records.read()).isEqualTo(Outcome.done(Addresses.NONE));
  }

  @Test
  void nothingIsRemovedWhereOthersHaveChangedTheName() {
    var records = records();
    records.add(ONE);
    records.add(TWO);
    for (var seen :
        List.of(
            Addresses.of(ONE), Addresses.of(ONE, TWO, SIX), Addresses.NONE, Addresses.of(SIX))) {
      assertThat(records.remove(ONE, seen)).as("%s", seen).isEqualTo(done(Removal.OVERTAKEN));
    }
    assertThat(records.read()).isEqualTo(Outcome.done(Addresses.of(ONE, TWO)));
  }

  @Test
  void anAddressOfTheOtherFamilyThatIsNewStopsARemovalToo() {
    var records = records();
    records.add(ONE);
    records.add(SIX);
    assertThat(records.remove(ONE, Addresses.of(ONE))).isEqualTo(done(Removal.OVERTAKEN));
  }

  /** Two that think each other dead, at the same moment, for many moments. */
  @Test
  void ofTwoWhoRemoveEachOtherOneIsLeft() throws Exception {
    var records = records();
    var both = Addresses.of(ONE, TWO);
    for (int round = 0; round < ROUNDS; round++) {
      records.add(ONE);
      records.add(TWO);
      var ends = atOnce(List.of(() -> records.remove(ONE, both), () -> records.remove(TWO, both)));
      assertThat(ends).containsExactlyInAnyOrder(done(Removal.REMOVED), done(Removal.OVERTAKEN));
      assertThat(records.read().answer().orElseThrow().all()).hasSize(1);
    }
  }

  @Test
  void manyWhoAddAtOnceAreAllThere() throws Exception {
    var records = records();
    var all = IntStream.rangeClosed(1, MANY).mapToObj(n -> InetAddress.ofLiteral("192.0.2." + n));
    var adding = new ArrayList<Callable<Outcome<InetAddress>>>();
    all.forEach(address -> adding.add(() -> records.add(address)));
    atOnce(adding);
    assertThat(records.read().answer().orElseThrow().all()).hasSize(MANY);
  }

  @Test
  void aRehearsalSaysWhatIsThereAndChangesNothing() {
    var records = records();
    assertThat(records.rehearse()).isEqualTo(Outcome.done(Addresses.NONE));
    records.add(ONE);
    assertThat(records.rehearse()).isEqualTo(Outcome.done(Addresses.of(ONE)));
    assertThat(records.read()).isEqualTo(Outcome.done(Addresses.of(ONE)));
  }

  private static Outcome<Removal> done(Removal how) {
    return Outcome.done(how);
  }

  private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var ends = new ArrayList<T>();
      for (var end : threads.invokeAll(acts)) {
        ends.add(end.get());
      }
      return ends;
    }
  }
}
