package org.bulbil.agent.launch;

import java.util.List;
import java.util.random.RandomGenerator;
import org.bulbil.core.genome.Gene;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Region;

/** Draws what founders are: unique names, and genes that differ a little, to choose from. */
public final class Seeds {

  /** Neighbouring values, in steps of the gene, that a founder's gene may be from the usual. */
  private static final int STEPS = 2;

  private static final String NAME = "bulbil";
  private static final int PLACE_LETTERS = 4;

  /** 36^9 of them in each region, and no name is longer than tor's 19. */
  private static final int RANDOM_LETTERS = 9;

  private static final int LETTERS = 36;

  private Seeds() {}

  static List<FounderBook.Draft> draw(Choice choice, RandomGenerator random) {
    return choice.places().stream()
        .map(
            region ->
                new FounderBook.Draft(
                    name(region, random), genome(region, choice.plan().slug(), random)))
        .toList();
  }

  /** {@code bulbil}, the region's first letters, and chance. */
  private static Hostname name(Region region, RandomGenerator random) {
    var place = region.slug().replaceAll("[^A-Za-z0-9]", "");
    var name = new StringBuilder(NAME);
    name.append(place, 0, Math.min(PLACE_LETTERS, place.length()));
    for (int i = 0; i < RANDOM_LETTERS; i++) {
      name.append(Character.forDigit(random.nextInt(LETTERS), LETTERS));
    }
    return new Hostname(name.toString());
  }

  /** The usual genes, each moved by a few steps. */
  public static Genome genome(Region region, String plan, RandomGenerator random) {
    var genome = Genome.founder(region.slug(), plan);
    for (var gene : Gene.values()) {
      int step = random.nextInt(-STEPS, STEPS + 1) * gene.step();
      genome = genome.with(gene, gene.clamp((long) gene.usual() + step));
    }
    return genome;
  }
}
