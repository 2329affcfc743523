package org.bulbil.agent.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.testing.SimulatedTime;
import org.bulbil.naming.Addresses;
import org.bulbil.naming.testing.TestingNameRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that know nothing of each other but the name keep it pointing to those that live. */
class NameKeeperTest {

  private static final Duration TTL = Duration.ofSeconds(60);
  private static final InetAddress ONE = InetAddress.ofLiteral("192.0.2.1");
  private static final InetAddress TWO = InetAddress.ofLiteral("192.0.2.2");

  private final SimulatedTime time = new SimulatedTime();
  private final TestingNameRecords records = new TestingNameRecords();
  private final Set<InetAddress> answering = ConcurrentHashMap.newKeySet();
  private final List<String> told = new ArrayList<>();
  private final List<InetAddress> revived = new ArrayList<>();

  private NameKeeper keeper(InetAddress own) {
    var keeper =
        new NameKeeper(records, answering::contains, TTL, time, () -> revived.add(own), told::add);
    keeper.live(new Tenure(own, time.now().plus(Duration.ofDays(7))));
    return keeper;
  }

  private void turns(int count, NameKeeper... keepers) {
    for (int turn = 0; turn < count; turn++) {
      for (var keeper : keepers) {
        keeper.turns();
      }
      time.pause(NameKeeper.pace(TTL));
    }
  }

  @Test
  void theNameIsJoinedWhenTheSiteAnswersAndNotBefore() {
    var keeper = keeper(ONE);
    turns(3, keeper);
    assertThat(records.now()).isEqualTo(Addresses.NONE);
    answering.add(ONE);
    turns(1, keeper);
    assertThat(records.now()).isEqualTo(Addresses.of(ONE));
    assertThat(keeper.seen().orElseThrow().answering()).containsExactly(ONE);
  }

  @Test
  void aDeadSiblingIsTakenOutWithinATimeToLive() {
    var one = keeper(ONE);
    var two = keeper(TWO);
    answering.addAll(Set.of(ONE, TWO));
    turns(2, one, two);
    answering.remove(TWO);
    var death = time.now();
    while (records.now().contains(TWO)) {
      turns(1, one);
    }
    assertThat(Duration.between(death, time.now())).isLessThan(TTL.dividedBy(2));
    answering.add(TWO);
    turns(1, two);
    assertThat(records.now()).isEqualTo(Addresses.of(ONE, TWO));
  }

  @Test
  void aSiteThatDoesNotAnswerIsRevivedAtOnce() {
    var one = keeper(ONE);
    turns(1, one);
    assertThat(revived).containsExactly(ONE);
    answering.add(ONE);
    turns(2, one);
    assertThat(revived).hasSize(1);
    answering.remove(ONE);
    one.leave();
    turns(1, one);
    assertThat(revived).hasSize(1);
  }

  @Test
  void theLeaseOfTheFirstEndsAndTheOtherStays() {
    var one = keeper(ONE);
    var two = keeper(TWO);
    answering.addAll(Set.of(ONE, TWO));
    turns(2, one, two);
    one.live(new Tenure(ONE, time.now().plus(TTL)));
    turns(1, one, two);
    assertThat(records.now()).isEqualTo(Addresses.of(TWO));
  }

  @Test
  void whoIsToldToLeaveLeavesAndStaysAway() {
    var one = keeper(ONE);
    answering.add(ONE);
    turns(1, one);
    one.leave();
    turns(3, one);
    assertThat(records.now()).isEqualTo(Addresses.NONE);
  }

  /** Both see both, and each is about to leave for the other's sake. */
  @Test
  void twoWhoLeaveAtTheSameMomentDoNotBothLeave() {
    var one = keeper(ONE);
    var two = keeper(TWO);
    answering.addAll(Set.of(ONE, TWO));
    turns(2, one, two);
    var soon = time.now().plus(TTL);
    one.live(new Tenure(ONE, soon));
    two.live(new Tenure(TWO, soon));
    records.meanwhile(two::turns);
    one.turns();
    assertThat(records.now().all()).hasSize(1);
    assertThat(records.history().subList(1, records.history().size()))
        .doesNotContain(Addresses.NONE);
  }

  @Test
  void troubleWithTheNameserverIsToldOnceAndChangesNothing() {
    var one = keeper(ONE);
    answering.add(ONE);
    records.fail(Outcome.refused("the key is wrong (BADKEY)", 9));
    turns(5, one);
    assertThat(told).containsExactly("the name cannot be kept: the key is wrong (BADKEY)");
    assertThat(records.now()).isEqualTo(Addresses.NONE);
    records.recover();
    turns(1, one);
    assertThat(records.now()).isEqualTo(Addresses.of(ONE));
  }

  /** Run again with -Dseed=N. Births, deaths, pauses, leases that end, at random. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whileAnyServerLivesTheNameIsNeverEmptyAndSoonRight(long given) {
    long seed = Long.getLong("seed", given);
    var random = new Random(seed);
    var living = new TreeMap<Integer, NameKeeper>();
    int born = 0;
    for (int turn = 0; turn < 2_000; turn++) {
      if (living.size() < 4 && random.nextInt(40) == 0) {
        var own = address(++born);
        living.put(born, keeper(own));
        answering.add(own);
      }
      if (living.size() > 1 && random.nextInt(60) == 0) {
        int victim = living.keySet().stream().skip(random.nextInt(living.size())).findFirst().get();
        living.remove(victim);
        answering.remove(address(victim));
      }
      for (var keeper : living.values()) {
        if (random.nextInt(4) > 0) { // Some are slow, or their agent is just started again.
          keeper.turns();
        }
      }
      time.pause(NameKeeper.pace(TTL));
    }
    for (int turn = 0; turn < 10; turn++) {
      living.values().forEach(NameKeeper::turns);
    }
    assertThat(records.now().all()).as("seed %d", seed).isEqualTo(Set.copyOf(answering));
    assertThat(records.history().subList(1, records.history().size()))
        .as("seed %d", seed)
        .doesNotContain(Addresses.NONE);
  }

  private static InetAddress address(int number) {
    return InetAddress.ofLiteral("10.0.%d.%d".formatted(number / 250, number % 250 + 1));
  }
}
