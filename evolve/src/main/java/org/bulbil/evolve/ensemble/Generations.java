package org.bulbil.evolve.ensemble;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bulbil.core.genome.Gene;
import org.bulbil.core.genome.Genome;
import org.bulbil.evolve.world.Lives;

/** Genes by generation: of everybody who was born in one, how far they are from the founders'. */
public final class Generations {

  private final int[] born;
  private final Map<Gene, double[]> read;
  private final Map<Gene, double[]> neutral;

  private Generations(int count, List<Lives.Life> lives) {
    this.born = new int[count];
    lives.forEach(life -> born[life.generation()]++);
    this.read = means(lives, breed -> breed.relay().genome());
    this.neutral = means(lives, Shadowed::shadow);
  }

  /** Of everybody who ever lived in a world of {@link Shadowed}; empty in a world of others. */
  static Generations of(Lives lives) {
    var shadowed = lives.all().filter(life -> life.breed() instanceof Shadowed).toList();
    int deepest = shadowed.stream().mapToInt(Lives.Life::generation).max().orElse(-1);
    return new Generations(deepest + 1, shadowed);
  }

  private Map<Gene, double[]> means(List<Lives.Life> lives, Function<Shadowed, Genome> genome) {
    var means = new EnumMap<Gene, double[]>(Gene.class);
    for (var gene : Gene.values()) {
      var sums = new double[born.length];
      for (var life : lives) {
        sums[life.generation()] += steps(genome.apply((Shadowed) life.breed()), gene);
      }
      Arrays.setAll(sums, generation -> sums[generation] / born[generation]);
      means.put(gene, sums);
    }
    return means;
  }

  private static double steps(Genome genome, Gene gene) {
    return (double) (genome.value(gene) - gene.usual()) / gene.step();
  }

  /** The deepest generation and one. */
  public int count() {
    return born.length;
  }

  /** How many were born in a generation. */
  public int born(int generation) {
    return generation < born.length ? born[generation] : 0;
  }

  /** Mean distance of a gene from its founders' value, in steps of mutation. */
  public double shift(int generation, Gene gene) {
    return of(gene, read)[generation];
  }

  /** The same of the copy that nobody reads. */
  public double neutralShift(int generation, Gene gene) {
    return of(gene, neutral)[generation];
  }

  private static double[] of(Gene gene, Map<Gene, double[]> means) {
    return Objects.requireNonNull(means.get(gene));
  }
}
