package org.bulbil.agent.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An order is what was signed, letter by letter, by whom the relay was told, or it is none. */
class SignedOrderTest {

  private static final int TAMPERINGS = 3_000;

  private static final Instant MADE = Instant.parse("2026-11-23T05:00:00Z");

  private final StopSecret launcher = StopSecret.fresh(new Random(1));

  private static final List<Addressee> ADDRESSEES =
      List.of(
          new Addressee.All(),
          new Addressee.OfFamily(new FamilyId("4h48rZ4d/qDoAxHIsf0qGJw+DsHfjQ6BtQ6ENK8QlrA")),
          new Addressee.OneRelay(new Fingerprint("F8E9F7D30ED7F541FD248945FAA2B593AD5E584D")));

  private static Order order(Random random) {
    var verb = random.nextBoolean() ? Verb.PLANT_NO_MORE : Verb.SHUT_DOWN;
    var to = ADDRESSEES.get(random.nextInt(ADDRESSEES.size()));
    long serial = random.nextLong(1, Long.MAX_VALUE);
    var made = MADE.plusSeconds(random.nextInt(1_000_000));
    return new Order(verb, to, serial, made, made.plusSeconds(random.nextInt(1, 7_000_000)));
  }

  @Test
  void itIsSevenLinesThatAPersonCanRead() {
    var order =
        new Order(Verb.SHUT_DOWN, new Addressee.All(), 17, MADE, MADE.plus(Duration.ofDays(30)));
    assertThat(launcher.sign(order).text())
        .startsWith(
            """
            bulbil order 1
            order: shut down
            to: all
            serial: 17
            made: 2026-11-23T05:00:00Z
            until: 2026-12-23T05:00:00Z
            signature: \
            """);
  }

  @Test
  void whatWasSignedIsReadBackAndBelieved() {
    var random = new Random(Long.getLong("seed", 7));
    for (int i = 0; i < 200; i++) {
      var signed = launcher.sign(order(random));
      assertThat(signed.text().length()).isLessThanOrEqualTo(SignedOrder.LENGTH_MAX / 2);
      var read = SignedOrder.read(signed.text()).answer().orElseThrow();
      assertThat(read).isEqualTo(signed);
      assertThat(read.isBy(launcher.key())).isTrue();
      assertThat(read.isBy(StopSecret.fresh(random).key())).isFalse();
    }
  }

  /** One letter changed, dropped, added or moved anywhere: it is no order, or not by that key. */
  @Test
  void anyTamperingIsRefused() {
    long seed = Long.getLong("seed", 20261123L);
    var random = new Random(seed);
    for (int i = 0; i < TAMPERINGS; i++) {
      var text = launcher.sign(order(random)).text();
      var changed = tampered(text, random);
      if (!changed.equals(text)) {
        assertThat(isBelieved(changed)).as("seed %d, turn %d: %s", seed, i, changed).isFalse();
      }
    }
  }

  private static String tampered(String text, Random random) {
    var letters = new StringBuilder(text);
    int at = random.nextInt(text.length());
    switch (random.nextInt(5)) {
      case 0 -> letters.setCharAt(at, (char) random.nextInt(256));
      case 1 -> letters.setCharAt(at, text.charAt(random.nextInt(text.length())));
      case 2 -> letters.deleteCharAt(at);
      case 3 -> letters.insert(at, text.charAt(random.nextInt(text.length())));
      default -> letters.insert(at, text.lines().findFirst().orElseThrow() + "\n");
    }
    return letters.toString();
  }

  private boolean isBelieved(String text) {
    return SignedOrder.read(text).answer().filter(it -> it.isBy(launcher.key())).isPresent();
  }

  /** The parts of two good orders make no third. */
  @Test
  void aSignatureOfOneOrderIsNoneOfAnother() {
    var stop = new Order(Verb.PLANT_NO_MORE, ADDRESSEES.get(2), 5, MADE, MADE.plusSeconds(60));
    var end = new Order(Verb.SHUT_DOWN, ADDRESSEES.get(0), 6, MADE, MADE.plusSeconds(60));
    var mixed = new SignedOrder(end, launcher.sign(stop).signature());
    assertThat(mixed.isBy(launcher.key())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pay", "send 1 btc", "Shut down", "shut down ", "plant no more\nto: all", ""})
  void unknownVerbsAreRefusedHoweverWellSigned(String verb) {
    var text = launcher.sign(order(new Random(3))).text();
    var other = text.replaceFirst("order: [a-z ]+", "order: " + verb);
    assertThat(SignedOrder.read(other)).isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "signature: \n", "bulbil order 1\nsignature: AAAA\n", "{}"})
  void whatIsNoOrderIsRefused(String text) {
    assertThat(SignedOrder.read(text)).isInstanceOf(Outcome.Refused.class);
    assertThat(SignedOrder.read(text + "x".repeat(5_000))).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void noiseIsRefused() {
    var random = new Random(Long.getLong("seed", 11));
    for (int i = 0; i < 500; i++) {
      var bytes = new byte[random.nextInt(1_200)];
      random.nextBytes(bytes);
      assertThat(isBelieved(new String(bytes, StandardCharsets.ISO_8859_1))).isFalse();
    }
  }

  @Test
  void anOrderIsGoodForThreeMonthsAtMost() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Order(
                    Verb.SHUT_DOWN, new Addressee.All(), 1, MADE, MADE.plus(Duration.ofDays(91))))
        .withMessageContaining("90 days");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Order(Verb.SHUT_DOWN, new Addressee.All(), 1, MADE, MADE));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Order(Verb.SHUT_DOWN, new Addressee.All(), 0, MADE, MADE.plusSeconds(1)));
  }

  @Test
  void aSecretIsKeptAndNeverShown() {
    var again = StopSecret.of(launcher.bytes());
    assertThat(again.key()).isEqualTo(launcher.key());
    assertThat(launcher).hasToString("secret of " + launcher.key());
    assertThatIllegalArgumentException().isThrownBy(() -> new StopKey("A".repeat(44)));
  }
}
