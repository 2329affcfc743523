package org.bulbil.sandbox.donors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.bulbil.core.money.Rate;
import org.bulbil.core.testing.SimulatedTime;
import org.bulbil.core.time.Day;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.SandboxPurse;
import org.bulbil.sandbox.donors.GiftPlan.Kind;
import org.bulbil.tor.Bandwidth;
import org.junit.jupiter.api.Test;

/** All draws come from one seed, so a failure here is a change, not bad luck. */
final class GenerosityTest {

  private static final int DRAWS = 40_000;
  private static final long SEED = 2017;

  private final Day day = new Day(Duration.ofSeconds(60));
  private final Generosity generosity = new Generosity(12, day, Rate.ofDollars(100_000));
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
  private final SandboxPurse wallets =
      new SandboxPurse(new RegtestChain(new SimulatedTime()), "wallets");

  private Recipient relay(long kilobytes, double ageDays) {
    return new Recipient(wallets.freshAddress(), Bandwidth.ofKilobytes(kilobytes), ageDays);
  }

  private List<GiftPlan> gifts(List<Recipient> living, List<Address> gone) {
    return IntStream.range(0, DRAWS)
        .mapToObj(_ -> generosity.next(living, gone, random))
        .flatMap(Optional::stream)
        .toList();
  }

  private static double share(List<GiftPlan> gifts, Predicate<GiftPlan> which) {
    return (double) gifts.stream().filter(which).count() / gifts.size();
  }

  /** A gift comes every 1 / (0.01 × donors × relays) days on average. */
  @Test
  void moreRelaysAndMoreDonorsMeanMoreGifts() {
    var mean =
        IntStream.range(0, DRAWS)
            .mapToLong(_ -> generosity.untilNext(28, random).toMillis())
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(60_000 / (0.01 * 12 * 28), within(300.0));
  }

  /** Waiting has no memory: the deviation of an exponential wait is its mean. */
  @Test
  void waitsAreExponential() {
    double mean = 60_000 / (0.01 * 12 * 28);
    var longer =
        IntStream.range(0, DRAWS)
            .filter(_ -> generosity.untilNext(28, random).toMillis() > mean)
            .count();
    assertThat((double) longer / DRAWS).isCloseTo(Math.exp(-1), within(0.01));
  }

  /** Half of the usual gifts are below $4, none above $40, none below the dust limit. */
  @Test
  void usualGiftsAreLogNormal() {
    var amounts =
        gifts(List.of(relay(100, 0)), List.of()).stream()
            .filter(gift -> gift.kind() == Kind.USUAL)
            .mapToLong(gift -> gift.amount().value())
            .sorted()
            .toArray();
    assertThat(amounts[amounts.length / 2]).isCloseTo(4000, within(150L));
    assertThat(amounts[(int) (amounts.length * 0.84)])
        .as("one deviation above the median")
        .isCloseTo(Math.round(4000 * Math.exp(1.2)), within(800L));
    assertThat(amounts[0]).isGreaterThanOrEqualTo(294);
    assertThat(amounts[amounts.length - 1]).isEqualTo(40_000);
  }

  @Test
  void everyKindHasItsShareAndItsSize() {
    var gifts = gifts(List.of(relay(100, 0)), List.of(wallets.freshAddress()));
    assertThat(share(gifts, it -> it.kind() == Kind.DUST)).isCloseTo(0.10, within(0.01));
    assertThat(share(gifts, it -> it.kind() == Kind.HUGE)).isCloseTo(0.10, within(0.01));
    assertThat(share(gifts, it -> it.kind() == Kind.REMEMBERED)).isCloseTo(0.08, within(0.01));
    assertThat(gifts)
        .filteredOn(it -> it.kind() == Kind.HUGE)
        .allMatch(it -> it.amount().value() >= 40_000 && it.amount().value() <= 120_000);
    assertThat(gifts)
        .filteredOn(it -> it.kind() == Kind.DUST)
        .allMatch(it -> it.amount().value() >= 294 && it.amount().value() <= 900);
  }

  /** Thrice as fast is thrice as popular. */
  @Test
  void fasterRelaysGetMore() {
    var slow = relay(100, 0);
    var fast = relay(300, 0);
    var gifts = gifts(List.of(slow, fast), List.of());
    assertThat(share(gifts, it -> it.to().equals(fast.wallet()))).isCloseTo(0.75, within(0.01));
  }

  /** A week makes a relay twice as popular. */
  @Test
  void olderRelaysGetMore() {
    var young = relay(100, 0);
    var old = relay(100, 7);
    var gifts = gifts(List.of(young, old), List.of());
    assertThat(share(gifts, it -> it.to().equals(old.wallet()))).isCloseTo(2 / 3.0, within(0.01));
  }

  /** Dead relays get what people remember them for, and nothing else. */
  @Test
  void theDeadGetRememberedGiftsOnly() {
    var living = relay(100, 0);
    var dead = wallets.freshAddress();
    assertThat(gifts(List.of(living), List.of(dead)))
        .allMatch(it -> it.to().equals(dead) == (it.kind() == Kind.REMEMBERED));
  }

  @Test
  void nobodyToGiveToMeansNoGift() {
    assertThat(gifts(List.of(), List.of())).isEmpty();
  }
}
