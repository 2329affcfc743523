package org.bulbil.agent.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.order.Addressee;
import org.bulbil.agent.order.Order;
import org.bulbil.agent.order.SignedOrder;
import org.bulbil.agent.order.StopKey;
import org.bulbil.agent.order.StopSecret;
import org.bulbil.agent.order.Verb;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.policy.Conduct;
import org.bulbil.core.time.SteadyTime;
import org.bulbil.core.time.Testimony;
import org.bulbil.tor.Fingerprint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A relay obeys its launcher, once, in time, and nobody else; and does not forget it. */
class ObedienceTest {

  private static final Fingerprint SELF = new Fingerprint("A".repeat(40));
  private static final FamilyId FAMILY = new FamilyId("A".repeat(43));

  private final StopSecret launcher = StopSecret.fresh(new Random(1));
  private final SimulatedDisk disk = new SimulatedDisk();
  private final TestingTime wall = new TestingTime();
  private SteadyTime time = new SteadyTime(wall, wall, Duration.ofHours(12));
  private Journal journal = Journal.open(disk.file("journal.db"), wall);
  private Obedience obedience = obedience(Optional.of(launcher.key()));

  private Obedience obedience(Optional<StopKey> key) {
    return new Obedience(key, journal, time);
  }

  @BeforeEach
  void knowTheTimeAndItself() {
    confirm();
    obedience.meet(Optional.of(SELF), FAMILY);
  }

  private void confirm() {
    time.check(List.of(new Testimony("somebody", wall.now(), wall.now())));
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private void restart(Optional<StopKey> key) {
    journal.close();
    journal = Journal.open(disk.file("journal.db"), wall);
    time = new SteadyTime(wall, wall, Duration.ofHours(12));
    confirm();
    obedience = obedience(key);
    obedience.meet(Optional.of(SELF), FAMILY);
  }

  private Instant now() {
    return wall.now().truncatedTo(ChronoUnit.SECONDS);
  }

  private SignedOrder order(Verb verb, Addressee to, long serial) {
    return launcher.sign(new Order(verb, to, serial, now(), now().plus(Duration.ofDays(30))));
  }

  private SignedOrder toAll(Verb verb, long serial) {
    return order(verb, new Addressee.All(), serial);
  }

  @Test
  void anOrderIsObeyedAndSurvivesAStart() {
    assertThat(obedience.conduct()).isEmpty();
    assertThat(obedience.hear(toAll(Verb.PLANT_NO_MORE, 1))).isInstanceOf(Outcome.Done.class);
    assertThat(obedience.conduct()).contains(Conduct.STERILE);
    assertThat(obedience.hear(toAll(Verb.SHUT_DOWN, 2))).isInstanceOf(Outcome.Done.class);
    assertThat(obedience.conduct()).contains(Conduct.LEAVING);
    restart(Optional.of(launcher.key()));
    assertThat(obedience.isLeaving()).isTrue();
    assertThat(obedience.words()).contains("order 1", "plant no more", "order 2", "shut down");
    assertThat(journal.newest(9)).extracting(Entry::kind).containsOnly(Entry.Kind.ORDER);
  }

  @Test
  void withoutAKeyNobodyIsObeyed() {
    restart(Optional.empty());
    assertThat(obedience.hear(toAll(Verb.SHUT_DOWN, 1))).isInstanceOf(Outcome.Refused.class);
    assertThat(obedience.conduct()).isEmpty();
    assertThat(obedience.words()).contains("Nobody");
  }

  @Test
  void theKeyOfAnotherIsNotObeyed() {
    var other = StopSecret.fresh(new Random(2)).sign(toAll(Verb.SHUT_DOWN, 1).order());
    assertThat(obedience.hear(other)).isInstanceOf(Outcome.Refused.class);
    assertThat(obedience.conduct()).isEmpty();
    assertThat(journal.newest(9)).isEmpty();
  }

  /** What a former key had ordered does not bind under a new one. */
  @Test
  void aJournalWithAnOrderOfAnotherKeyDoesNotBind() {
    obedience.hear(toAll(Verb.SHUT_DOWN, 1));
    restart(Optional.of(StopSecret.fresh(new Random(2)).key()));
    assertThat(obedience.conduct()).isEmpty();
  }

  @Test
  void anOldSerialIsNotObeyedAgainAndTheSameOrderIsNoNews() {
    var first = toAll(Verb.PLANT_NO_MORE, 7);
    obedience.hear(first);
    assertThat(obedience.hear(first)).isInstanceOf(Outcome.Done.class);
    assertThat(obedience.hear(toAll(Verb.SHUT_DOWN, 7))).isInstanceOf(Outcome.Refused.class);
    assertThat(obedience.hear(toAll(Verb.SHUT_DOWN, 6))).isInstanceOf(Outcome.Refused.class);
    restart(Optional.of(launcher.key()));
    assertThat(obedience.hear(toAll(Verb.SHUT_DOWN, 7))).isInstanceOf(Outcome.Refused.class);
    assertThat(obedience.conduct()).contains(Conduct.STERILE);
    assertThat(journal.newest(9)).hasSize(1);
  }

  @Test
  void anOrderThatRanOutOrIsOfTheFutureIsRefused() {
    var order = toAll(Verb.SHUT_DOWN, 1);
    wall.pause(Duration.ofDays(31));
    assertThat(obedience.hear(order).summary()).contains("ran out");
    wall.goWrongBy(Duration.ofDays(-34));
    restart(Optional.of(launcher.key()));
    assertThat(obedience.hear(order).summary()).contains("future");
    assertThat(obedience.conduct()).isEmpty();
  }

  /** With a clock that is behind, an order of last year would look fresh. */
  @Test
  void beforeAnybodyHasConfirmedTheTimeNothingIsObeyed() {
    time = new SteadyTime(wall, wall, Duration.ofHours(12));
    obedience = obedience(Optional.of(launcher.key()));
    obedience.meet(Optional.of(SELF), FAMILY);
    var order = toAll(Verb.SHUT_DOWN, 1);
    assertThat(obedience.hear(order)).isInstanceOf(Outcome.Unknown.class);
    confirm();
    assertThat(obedience.hear(order)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void anOrderForOthersIsNotObeyed() {
    var sibling = new Addressee.OneRelay(new Fingerprint("B".repeat(40)));
    var strangers = new Addressee.OfFamily(new FamilyId("B".repeat(42) + "A"));
    assertThat(obedience.hear(order(Verb.SHUT_DOWN, sibling, 1)).summary()).contains("for others");
    assertThat(obedience.hear(order(Verb.SHUT_DOWN, strangers, 2)).summary())
        .contains("for others");
    assertThat(obedience.hear(order(Verb.PLANT_NO_MORE, new Addressee.OfFamily(FAMILY), 3)))
        .isInstanceOf(Outcome.Done.class);
    assertThat(obedience.hear(order(Verb.SHUT_DOWN, new Addressee.OneRelay(SELF), 4)))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aRelayWithoutANameYetCannotSayWhetherItIsMeant() {
    obedience = obedience(Optional.of(launcher.key()));
    assertThat(obedience.hear(toAll(Verb.SHUT_DOWN, 1))).isInstanceOf(Outcome.Unknown.class);
    obedience.meet(Optional.empty(), FAMILY);
    assertThat(obedience.hear(order(Verb.SHUT_DOWN, new Addressee.OneRelay(SELF), 1)))
        .isInstanceOf(Outcome.Unknown.class);
    assertThat(obedience.hear(toAll(Verb.SHUT_DOWN, 1))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void whatIsForOthersTooIsHandedOnUntilItRunsOut() {
    obedience.hear(order(Verb.PLANT_NO_MORE, new Addressee.OneRelay(SELF), 1));
    assertThat(obedience.toHandOn()).isEmpty();
    var all = toAll(Verb.SHUT_DOWN, 2);
    obedience.hear(all);
    assertThat(obedience.toHandOn()).containsExactly(all);
    wall.pause(Duration.ofDays(31));
    assertThat(obedience.toHandOn()).isEmpty();
    assertThat(obedience.isLeaving()).as("for good").isTrue();
  }
}
