package org.bulbil.core.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.bulbil.core.money.Sats;
import org.bulbil.core.split.Recipient.Way;
import org.junit.jupiter.api.Test;

/**
 * The lottery gives everybody his share on average, pays only what can be paid, and has one seed.
 */
class LotteryTest {

  private static final Rule WITHOUT_CAPS = new Rule(2, 1, Sats.ZERO);

  private static Seed seed(Random random) {
    var hash = new byte[32];
    random.nextBytes(hash);
    return new Seed(HexFormat.of().formatHex(hash), "ab".repeat(32));
  }

  private static Split draw(List<Candidate> relays, long sats, Seed seed) {
    return Split.of(relays, Sats.of(sats), WITHOUT_CAPS, Optional.of(seed)).answer().orElseThrow();
  }

  /** Over 4,000 draws; -Dlottery.seed replays a run. */
  @Test
  void everybodysExpectationIsHisShare() {
    long start = Long.getLong("lottery.seed", 20_260_222);
    var random = new Random(start);
    var relays =
        IntStream.range(0, 40)
            .mapToObj(i -> Relays.relay("r%02d".formatted(i), (i + 1) / 820.0))
            .toList();
    long sats = 3_000;
    int draws = 4_000;
    var sums = new HashMap<String, Long>();
    for (int i = 0; i < draws; i++) {
      draw(relays, sats, seed(random))
          .recipients()
          .forEach(paid -> sums.merge(paid.address().text(), paid.amount().value(), Long::sum));
    }
    for (int i = 0; i < 40; i++) {
      double wanted = sats * (i + 1) / 820.0;
      double mean = (double) sums.getOrDefault("to-r%02d".formatted(i), 0L) / draws;
      // A prize of 300 sat with chance p: five standard deviations of the mean.
      double deviation = Math.sqrt(wanted / 300 * (1 - wanted / 300)) * 300 / Math.sqrt(draws);
      assertThat(mean)
          .as("relay %d, seed %d", i, start)
          .isCloseTo(wanted, within(5 * deviation + 0.1));
    }
  }

  @Test
  void largeSharesArePaidAndTheSmallOnesDrawTogether() {
    var relays = List.of(Relays.relay("a", 0.8), Relays.relay("b", 0.1), Relays.relay("c", 0.1));
    var split = draw(relays, 2_000, new Seed("0".repeat(64), "0".repeat(64)));
    assertThat(split.recipients().stream().map(Recipient::way))
        .containsOnlyOnce(Way.SHARE, Way.LOTTERY);
    assertThat(split.recipients())
        .anySatisfy(
            paid -> {
              assertThat(paid.address().text()).isEqualTo("to-a");
              assertThat(paid.amount()).isEqualTo(Sats.of(1_600));
            });
    assertThat(split.unpaid())
        .singleElement()
        .satisfies(none -> assertThat(none.why()).contains("50.00 %"));
  }

  /** Two small ones of 100 sat make no prize: the smallest large one draws with them. */
  @Test
  void whereTheSmallOnesMakeNoPrizeTheNextLargerDrawsToo() {
    var relays = List.of(Relays.relay("a", 0.6), Relays.relay("b", 0.3), Relays.relay("c", 0.1));
    var random = new Random(1);
    var wins = new HashMap<String, Long>();
    for (int i = 0; i < 1_000; i++) {
      var split = draw(relays, 1_000, seed(random));
      assertThat(split.recipients()).hasSize(2);
      split
          .recipients()
          .forEach(paid -> wins.merge(paid.address().text(), paid.amount().value(), Long::sum));
    }
    assertThat(wins.get("to-a")).isEqualTo(600 * 1_000L);
    assertThat(wins.getOrDefault("to-b", 0L) / 1_000.0).isCloseTo(300, within(30.0));
  }

  @Test
  void theSameSeedDrawsTheSame() {
    var relays = Relays.network(new Random(5), 300);
    var seed = new Seed("C".repeat(64), "d".repeat(64));
    assertThat(draw(relays, 20_000, seed))
        .isEqualTo(draw(relays, 20_000, new Seed("c".repeat(64), "d".repeat(64))));
    assertThat(draw(relays, 20_000, seed))
        .isNotEqualTo(draw(relays, 20_000, new Seed("e".repeat(64), "d".repeat(64))));
  }

  /** SHA-256 of the text, computed by sha256sum. */
  @Test
  void theChanceCanBeRecomputedByHand() {
    assertThat(new Seed("0".repeat(64), "1".repeat(64)).digits()).isEqualTo("26ded5751cf47634");
  }

  @Test
  void aSeedIsTwoHashes() {
    assertThatThrownBy(() -> new Seed("12", "1".repeat(64))).hasMessageContaining("64 hexadecimal");
  }
}
