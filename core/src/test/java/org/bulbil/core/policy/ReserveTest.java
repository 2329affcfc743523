package org.bulbil.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bulbil.core.policy.Situations.income;

import java.util.random.RandomGeneratorFactory;
import org.bulbil.core.genome.Gene;
import org.bulbil.core.genome.Genome;
import org.junit.jupiter.api.Test;

/** What is kept follows from the gifts and from how rare ruin is to be, and is said in words. */
class ReserveTest {

  private static final Genome USUAL = Genome.founder("ewr", "vc2-1c-1gb");

  private static Reserve of(Income income) {
    return Reserve.of(Outlook.of(income, Prior.USUAL), USUAL);
  }

  @Test
  void itIsBetweenAMonthOfBadFeesAndWhatWouldDieWithTheServer() {
    assertThat(of(income(180, 10, 5)).days()).isEqualTo(Reserve.MOST);
    assertThat(of(income(180, 180, 3)).days()).isEqualTo(Reserve.LEAST);
    assertThat(Reserve.of(Outlook.UNKNOWN, USUAL).days()).isEqualTo(Reserve.MOST);
  }

  /** u* = ln 10 / R of the gifts and the prior's together. */
  @Test
  void theUsualGeneSurvivesNineTimesInTen() {
    var outlook = Outlook.of(income(120, 26, 7), Prior.USUAL);
    var days = Reserve.of(outlook, USUAL).days();
    assertThat(Math.exp(-outlook.decay() * days)).isCloseTo(0.1, within(1e-9));
    assertThat(days).isBetween(21.0, 40.0);
    var cautious = Reserve.of(outlook, USUAL.with(Gene.RESERVE, 120)).days();
    assertThat(Math.exp(-outlook.decay() * cautious)).isCloseTo(0.01, within(1e-9));
  }

  /** A gene of more days never keeps less, whatever the gifts. */
  @Test
  void itGrowsWithTheGene() {
    long seed = Long.getLong("seed", 20261123L);
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < 20_000; i++) {
      var outlook = Situations.anyOutlook(random);
      int less = random.nextInt(Gene.RESERVE.min(), Gene.RESERVE.max());
      int more = random.nextInt(less, Gene.RESERVE.max() + 1);
      double little = Reserve.of(outlook, USUAL.with(Gene.RESERVE, less)).days();
      double much = Reserve.of(outlook, USUAL.with(Gene.RESERVE, more)).days();
      assertThat(much)
          .as("seed %d, case %d: %s", seed, i, outlook)
          .isBetween(Reserve.LEAST, Reserve.MOST)
          .isGreaterThanOrEqualTo(little);
    }
  }

  @Test
  void itSaysWhy() {
    assertThat(Reserve.of(Outlook.UNKNOWN, USUAL).words())
        .isEqualTo("keeps 120 days because no gift has come yet");
    assertThat(of(income(180, 10, 5)).words())
        .isEqualTo("keeps 120 days because gifts do not pay the rent in the long run");
    assertThat(of(income(180, 180, 3)).words())
        .isEqualTo("keeps 21 days because fees can be high for a month, though gifts are good");
    assertThat(of(Income.of(180, 30, 30, 30, 30, 30, 30, 30, 1, 1, 1, 2, 2)).words())
        .startsWith("keeps ")
        .endsWith("because gifts are rare, uneven and hardly more than the rent");
    assertThat(of(Income.of(30, 20, 20, 20)).words()).endsWith("because gifts are few yet");
    assertThat(of(income(120, 26, 7)).words())
        .endsWith("because gifts come by chance, though good");
  }
}
