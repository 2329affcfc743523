package org.bulbil.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bulbil.cli.sandbox.Founders.Founder;
import org.bulbil.cli.wiring.Dice;
import org.bulbil.core.genome.Gene;
import org.bulbil.core.lease.Region;
import org.junit.jupiter.api.Test;

final class FoundersTest {

  private static final List<Region> REGIONS =
      List.of(new Region("ewr", "New Jersey"), new Region("sjc", "Silicon Valley"));

  private static List<Founder> founders(long seed) {
    return Founders.of("bulbil", REGIONS, 3, "vc2-1c-1gb", Dice.seeded(seed));
  }

  @Test
  void everyRegionGetsItsShareUnderUniqueNames() {
    assertThat(founders(1))
        .extracting(founder -> founder.hostname().value())
        .doesNotHaveDuplicates()
        .containsExactly(
            "bulbilewr1", "bulbilewr2", "bulbilewr3", "bulbilsjc1", "bulbilsjc2", "bulbilsjc3");
    assertThat(founders(1)).allMatch(it -> it.hostname().value().contains(it.genome().region()));
  }

  /** Genes differ between founders, or there were nothing to select; but never by much. */
  @Test
  void genesVaryALittle() {
    for (var gene : Gene.values()) {
      assertThat(founders(1))
          .allMatch(it -> Math.abs(it.genome().value(gene) - gene.usual()) <= 2 * gene.step());
    }
    assertThat(founders(1))
        .extracting(Founder::genome)
        .extracting("values")
        .doesNotHaveDuplicates();
  }

  @Test
  void theSameSeedMakesTheSameRelays() {
    assertThat(founders(7)).isEqualTo(founders(7)).isNotEqualTo(founders(8));
  }
}
