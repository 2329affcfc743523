package org.bulbil.core.genome;

import java.util.List;
import java.util.random.RandomGenerator;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.lease.Region;

/**
 * The small change at a birth. One birth in five changes one gene to a neighbouring value; one
 * change in ten is wild, to anywhere within the gene's bounds, so that a dead end can be left.
 */
public final class Mutation {

  /** Expected number of mutations in a birth. */
  public static final double RATE = 0.2;

  /** Share of mutations that do not stop at a neighbour. */
  public static final double WILD = 0.1;

  private static final List<Gene> NUMBERS = List.of(Gene.values());

  private final RandomGenerator random;

  public Mutation(RandomGenerator random) {
    this.random = random;
  }

  /**
   * A child's genome.
   *
   * @param regions that a child could live in
   * @param plans that a child could live on, cheapest first: neighbours are next to one another
   */
  public Genome of(Genome parent, List<Region> regions, List<Plan> plans) {
    return random.nextDouble() < RATE ? changed(parent, regions, plans) : parent;
  }

  private Genome changed(Genome parent, List<Region> regions, List<Plan> plans) {
    int which = random.nextInt(NUMBERS.size() + 2);
    if (which < NUMBERS.size()) {
      return changed(parent, NUMBERS.get(which));
    }
    return which == NUMBERS.size()
        ? parent.withRegion(another(parent.region(), regions.stream().map(Region::slug).toList()))
        : parent.withPlan(neighbour(parent.plan(), plans.stream().map(Plan::slug).toList()));
  }

  private Genome changed(Genome parent, Gene gene) {
    int value = parent.value(gene);
    return parent.with(gene, isWild() ? anywhere(gene, value) : next(gene, value));
  }

  private boolean isWild() {
    return random.nextDouble() < WILD;
  }

  /** One step up or down; at a bound, the other way. */
  private int next(Gene gene, int value) {
    int step = random.nextBoolean() ? gene.step() : -gene.step();
    int stepped = gene.clamp((long) value + step);
    return stepped == value ? gene.clamp((long) value - step) : stepped;
  }

  /** Any value within the bounds but the present one, each as likely. */
  private int anywhere(Gene gene, int value) {
    int drawn = random.nextInt(gene.min(), gene.max());
    return drawn < value ? drawn : drawn + 1;
  }

  /** The plan before or after this one; any other where this one is not offered, or if wild. */
  private String neighbour(String plan, List<String> offered) {
    int here = offered.indexOf(plan);
    return here < 0 || isWild()
        ? another(plan, offered)
        : another(plan, offered.subList(Math.max(0, here - 1), Math.min(offered.size(), here + 2)));
  }

  /** Any other of these, or the present one where there is no other. */
  private String another(String present, List<String> offered) {
    var others = offered.stream().filter(slug -> !slug.equals(present)).toList();
    return others.isEmpty() ? present : others.get(random.nextInt(others.size()));
  }
}
