package org.bulbil.core.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.bulbil.core.contact.BitcoinAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What attackers gain: the figures of docs/tip.md. The donation is large, so that rounding is not
 * seen.
 */
class AttackTest {

  private static final long SATS = 1_000_000_000_000L;

  private static double paid(List<Candidate> relays, List<Candidate> ours) {
    return Relays.gets(SplitTest.split(relays, SATS, Rule.USUAL), ours);
  }

  /** Of one relay into k on the same machine, each with an address and a family of its own. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10, 100})
  void splittingARelayGainsNothing(int pieces) {
    double worst = 0;
    for (long seed = 1; seed <= 8; seed++) {
      var random = new Random(seed);
      var others = Relays.network(random, 120);
      double fraction =
          Math.pow(10, -3 + 2.5 * random.nextDouble()); // up to a third of the network
      var whole = Relays.relay("whole", fraction, "as:own", "net:own");
      var parts = IntStream.range(0, pieces).mapToObj(i -> part(whole, i, pieces)).toList();
      double gain =
          paid(with(others, parts), parts) / paid(with(others, List.of(whole)), List.of(whole));
      worst = Math.max(worst, gain);
    }
    assertThat(worst)
        .as("payout of %d pieces over payout of one", pieces)
        .isLessThanOrEqualTo(1.000_001);
  }

  private static Candidate part(Candidate whole, int number, int pieces) {
    var groups = new java.util.HashSet<>(whole.groups());
    groups.add("family:pretended" + number);
    return new Candidate(
        "part" + number,
        Relays.address("pretended" + number),
        new Measurement(
            whole.measured().guard() / pieces, whole.measured().middle() / pieces, 0, 1),
        OptionalDouble.empty(),
        whole.ageDays(),
        whole.uptime(),
        whole.rarity(),
        Set.copyOf(groups));
  }

  private static List<Candidate> with(List<Candidate> some, List<Candidate> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** A relay that carries what its plan includes, and says that it carries ten times as much. */
  @Test
  void aTenFoldLieAboveAKnownPlanGainsNothing() {
    var others = Relays.network(new Random(1), 200);
    var honest = Relays.withCapacity(Relays.relay("liar", 0.001), 0.001);
    var lie = Relays.measured(honest, Relays.weight(0.01));
    assertThat(gain(others, honest, lie)).isLessThanOrEqualTo(1.05);
  }

  /** Without a plan: the weight of now counts for no more than the median of 14 days. */
  @Test
  void aTenFoldLieOfLessThanAWeekGainsNothing() {
    var others = Relays.network(new Random(1), 200);
    var honest = Relays.relay("liar", 0.001);
    var lie = Relays.measured(honest, new Measurement(0.005, 0.005, 0, 0.1));
    assertThat(gain(others, honest, lie)).isLessThanOrEqualTo(1.05);
  }

  private static double gain(List<Candidate> others, Candidate honest, Candidate lie) {
    return paid(with(others, List.of(lie)), List.of(lie))
        / paid(with(others, List.of(honest)), List.of(honest));
  }

  @Test
  void aFloodOfNewRelaysTakesNothingBeforeItVests() {
    var others = Relays.network(new Random(1), 500);
    var flood = flood(7.9);
    assertThat(paid(with(others, flood), flood)).isZero();
    assertThat(paid(with(others, flood(100)), flood(100)) / SATS)
        .as("nor more than one group's cap, ever")
        .isLessThanOrEqualTo(0.1 + 1e-9);
  }

  private static List<Candidate> flood(double days) {
    return IntStream.range(0, 5_000)
        .mapToObj(i -> flooder(i, Relays.address("flooder" + i % 50), days))
        .toList();
  }

  private static Candidate flooder(int number, BitcoinAddress address, double days) {
    var relay = Relays.relay("flood" + number, 0.0001, "as:rented", "net:rented" + number % 20);
    return Relays.aged(Relays.at(relay, relay.id(), address), days);
  }
}
