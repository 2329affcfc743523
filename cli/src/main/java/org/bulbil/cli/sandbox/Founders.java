package org.bulbil.cli.sandbox;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.bulbil.core.genome.Gene;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Region;

/** The relays that people launch; their genes differ a little, so that there is a choice. */
final class Founders {

  /** Neighbouring values, in steps of the gene, that a founder's gene may be from the usual. */
  private static final int STEPS = 2;

  private Founders() {}

  /**
   * One relay to be.
   *
   * @param hostname {@code bulbil} or {@code site}, region and number, which makes it unique
   */
  record Founder(Hostname hostname, Genome genome) {}

  /**
   * So many for each of {@code regions}, all on {@code plan}.
   *
   * @param prefix of their names
   */
  static List<Founder> of(
      String prefix, List<Region> regions, int perRegion, String plan, RandomGenerator random) {
    return regions.stream()
        .flatMap(
            region ->
                IntStream.rangeClosed(1, perRegion)
                    .mapToObj(number -> founder(prefix, region, number, plan, random)))
        .toList();
  }

  private static Founder founder(
      String prefix, Region region, int number, String plan, RandomGenerator random) {
    var genome = Genome.founder(region.slug(), plan);
    for (var gene : Gene.values()) {
      int step = random.nextInt(-STEPS, STEPS + 1) * gene.step();
      genome = genome.with(gene, gene.clamp((long) gene.usual() + step));
    }
    return new Founder(new Hostname(prefix + region.slug() + number), genome);
  }
}
