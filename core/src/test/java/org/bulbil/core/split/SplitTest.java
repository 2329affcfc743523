package org.bulbil.core.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.bulbil.core.contact.BitcoinAddress.Kind;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets what: exact, by no order, with limits that hold, and reasons for those left out. */
class SplitTest {

  private static final Seed SEED = new Seed("1".repeat(64), "2".repeat(64));

  private static final Rule WITHOUT_CAPS = new Rule(2, 1, Sats.ZERO);

  static Split split(Collection<Candidate> relays, long sats, Rule rule) {
    return Split.of(relays, Sats.of(sats), rule, Optional.empty()).answer().orElseThrow();
  }

  private static List<Long> amounts(Split split) {
    return split.recipients().stream().map(paid -> paid.amount().value()).toList();
  }

  @Test
  void sharesAreInProportionAndSumUpToTheSatoshi() {
    var relays =
        List.of(Relays.relay("a", 0.6), Relays.relay("b", 0.399), Relays.relay("c", 0.001));
    var split = split(relays, 1_000_000, WITHOUT_CAPS);
    assertThat(amounts(split)).containsExactly(600_000L, 399_000L, 1_000L);
    assertThat(amounts(split(relays, 1_000_001, WITHOUT_CAPS)))
        .containsExactly(600_001L, 399_000L, 1_000L);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void everySatoshiIsGivenAndNobodyGetsDust(long seed) {
    var random = new Random(seed);
    var relays = Relays.network(random, 20 + random.nextInt(300));
    long sats = 600 + (long) Math.pow(10, 3 + random.nextDouble() * 12);
    for (var chance : List.of(Optional.<Seed>empty(), Optional.of(SEED))) {
      var split = Split.of(relays, Sats.of(sats), Rule.USUAL, chance).answer().orElseThrow();
      assertThat(amounts(split).stream().mapToLong(Long::longValue).sum()).isEqualTo(sats);
      assertThat(split.recipients())
          .allMatch(paid -> paid.amount().covers(DustLimit.of(paid.address().kind())));
      int relaysTold =
          split.unpaid().size()
              + split.recipients().stream().mapToInt(r -> r.relays().size()).sum();
      assertThat(relaysTold).as("everybody is told of once").isEqualTo(relays.size());
    }
  }

  @Test
  void theOrderOfTheRelaysDoesNotMatter() {
    var random = new Random(7);
    var relays = Relays.network(random, 400);
    var split = split(relays, 12_345_678, Rule.USUAL);
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(relays, random);
      assertThat(split(relays, 12_345_678, Rule.USUAL)).isEqualTo(split);
    }
  }

  @Test
  void relaysWithOneAddressAreOneRecipient() {
    var shared = Relays.address("shared");
    var split =
        split(
            List.of(
                Relays.at(Relays.relay("a", 0.3), "a", shared),
                Relays.at(Relays.relay("b", 0.3), "b", shared),
                Relays.relay("c", 0.4)),
            1_000,
            WITHOUT_CAPS);
    assertThat(amounts(split)).containsExactly(600L, 400L);
    assertThat(split.recipients().getFirst().relays()).hasSize(2);
  }

  @Test
  void theFactorsOfARecipientMultiplyToItsWeightAndWeightsToShares() {
    var split = split(Relays.network(new Random(3), 200), 1_000_000_000_000L, Rule.USUAL);
    double all = split.recipients().stream().mapToDouble(Recipient::weight).sum();
    for (var paid : split.recipients()) {
      assertThat(paid.factors().weight()).isCloseTo(paid.weight(), within(1e-12));
      assertThat(paid.amount().value() / 1e12).isCloseTo(paid.weight() / all, within(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource({"8, 0", "0, 0", "38, 0.5", "68, 1", "4000, 1"})
  void aShareVests(double days, double vested) {
    var relay = Relays.aged(Relays.relay("a", 0.1), days);
    assertThat(Rule.USUAL.factors(relay).vested()).isCloseTo(vested, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "0.01, 1.46", "1e-9, 1.5", "20, 0.75", "2.718281828, 0.9"})
  void aRareNetworkIsPreferredWithinBounds(double rarity, double factor) {
    var plain = Relays.relay("a", 0.1);
    var relay =
        new Candidate(
            "a",
            plain.address(),
            plain.measured(),
            OptionalDouble.empty(),
            100,
            OptionalDouble.of(0.5),
            OptionalDouble.of(rarity),
            Set.of());
    assertThat(Rule.USUAL.factors(relay).diversity()).isCloseTo(factor, within(0.001));
    assertThat(Rule.USUAL.factors(relay).uptime()).as("0.5 squared").isEqualTo(0.25);
  }

  @Test
  void anExitPositionCountsAsTheDonorSays() {
    var exit = Relays.measured(Relays.relay("a", 0), new Measurement(0, 0.1, 0.1, 1));
    var middle = Relays.measured(Relays.relay("b", 0), new Measurement(0, 0.2, 0, 1));
    var both = List.of(exit, middle);
    assertThat(amounts(split(both, 5_000, WITHOUT_CAPS))).containsExactly(3_000L, 2_000L);
    assertThat(amounts(split(both, 5_000, new Rule(1, 1, Sats.ZERO))))
        .containsExactly(2_500L, 2_500L);
  }

  @Test
  void aGroupGetsNoMoreThanItsCapAndTheOthersTheExcess() {
    var relays = new ArrayList<Candidate>();
    relays.add(Relays.relay("giant", 0.80, "as:1"));
    IntStream.range(0, 20)
        .forEach(i -> relays.add(Relays.relay("small%02d".formatted(i), 0.01, "as:2" + i)));
    var split = split(relays, 100_000, Rule.USUAL);
    assertThat(amounts(split)).containsOnly(10_000L, 4_500L).hasSize(21);
  }

  @Test
  void capsHoldForEveryGroupWhileTheyCan() {
    for (long seed = 1; seed <= 20; seed++) {
      var relays = Relays.network(new Random(seed), 500);
      var split = split(relays, 1_000_000_000_000L, Rule.USUAL);
      assertThat(largestGroup(split)).as("seed " + seed).isLessThanOrEqualTo(0.1 + 1e-9);
    }
  }

  private static double largestGroup(Split split) {
    double all = split.recipients().stream().mapToDouble(Recipient::weight).sum();
    var sums = new java.util.HashMap<String, Double>();
    for (var paid : split.recipients()) {
      for (var relay : paid.relays()) {
        var groups = new HashSet<>(relay.candidate().groups());
        groups.add("to " + paid.address());
        groups.forEach(name -> sums.merge(name, relay.factors().weight() / all, Double::sum));
      }
    }
    return Collections.max(sums.values());
  }

  @Test
  void whereEverybodyIsAtACapTheRestGoesByWeight() {
    var two = List.of(Relays.relay("a", 0.99), Relays.relay("b", 0.01));
    // Each gets its tenth, and of the other eight tenths what its weight says.
    assertThat(amounts(split(two, 100_000, Rule.USUAL))).containsExactly(89_200L, 10_800L);
    var one = List.of(Relays.relay("a", 0.01));
    assertThat(amounts(split(one, 100_000, Rule.USUAL))).containsExactly(100_000L);
  }

  @Test
  void aGroupThatHoldsEverybodyHasNoCap() {
    var relays = new ArrayList<Candidate>();
    relays.add(Relays.relay("big", 0.5, "family:x", "as:1"));
    IntStream.range(0, 50)
        .forEach(i -> relays.add(Relays.relay("r%02d".formatted(i), 0.01, "family:x", "as:2" + i)));
    var split = split(relays, 100_000, Rule.USUAL);
    assertThat(amounts(split)).containsOnly(10_000L, 1_800L);
  }

  @Test
  void whoWouldGetDustIsLeftOutWithTheReason() {
    var relays = List.of(Relays.relay("a", 0.9), Relays.relay("b", 0.1));
    var split = split(relays, 2_000, WITHOUT_CAPS);
    assertThat(amounts(split)).containsExactly(2_000L);
    assertThat(split.unpaid())
        .singleElement()
        .satisfies(
            none ->
                assertThat(none.why())
                    .contains("200.0 sat")
                    .contains("294 sat")
                    .contains("--seed-block"));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void theDustLimitIsThatOfTheScript(Kind kind) {
    long limit = DustLimit.of(kind).value();
    var relays =
        List.of(
            Relays.at(Relays.relay("a", 0.5), "a", Relays.address("x", kind)),
            Relays.at(Relays.relay("b", 0.5), "b", Relays.address("y", kind)));
    assertThat(amounts(split(relays, 2 * limit, WITHOUT_CAPS))).containsExactly(limit, limit);
    assertThat(amounts(split(relays, 2 * limit - 1, WITHOUT_CAPS))).containsExactly(2 * limit - 1);
  }

  @Test
  void anAmountBelowEveryDustLimitIsRefusedInWords() {
    var outcome =
        Split.of(List.of(Relays.relay("a", 1)), Sats.of(293), Rule.USUAL, Optional.of(SEED));
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.summary()).contains("293 sat").contains("294 sat").contains("dust");
  }

  @Test
  void whoIsNewOrUnmeasuredOrAwayGetsNothingAndIsTold() {
    var fresh = Relays.aged(Relays.relay("fresh", 0.5), 7.5);
    var unmeasured = Relays.relay("unmeasured", 0);
    var split = split(List.of(fresh, unmeasured, Relays.relay("a", 0.1)), 1_000, Rule.USUAL);
    assertThat(
            split.unpaid().stream().map(none -> none.relay().candidate().id() + " " + none.why()))
        .satisfiesExactly(
            why -> assertThat(why).startsWith("fresh").contains("new: 7.5 days"),
            why -> assertThat(why).startsWith("unmeasured").contains("measured"));
    var nobody = Split.of(List.of(fresh), Sats.of(1_000), Rule.USUAL, Optional.empty());
    assertThat(nobody.summary()).contains("none of the 1").contains("is new");
    assertThat(Split.of(List.of(), Sats.of(1_000), Rule.USUAL, Optional.empty()).summary())
        .contains("nobody");
  }

  @Test
  void theLeastThatIsWorthPayingCanBeRaised() {
    var relays = List.of(Relays.relay("a", 0.9), Relays.relay("b", 0.1));
    assertThat(amounts(split(relays, 10_000, new Rule(2, 1, Sats.of(2_000)))))
        .containsExactly(10_000L);
  }

  @Test
  void aRelayThatStandsTwiceIsAMistake() {
    var twice = List.of(Relays.relay("a", 0.9), Relays.relay("a", 0.1));
    assertThatThrownBy(() -> split(twice, 1_000, Rule.USUAL)).hasMessageContaining("twice");
  }
}
