package org.bulbil.evolve.ensemble;

import java.util.Arrays;
import org.bulbil.core.genome.Gene;
import org.bulbil.core.genome.Genome;
import org.bulbil.evolve.world.Lives;

/** Genes by generation: of everybody who was born in one, how far they are from the founders'. */
public final class Generations {

  private static final int GENES = Gene.values().length;

  private final int[] born;
  private final double[][] read;
  private final double[][] neutral;

  private Generations(int generations) {
    this.born = new int[generations];
    this.read = new double[generations][GENES];
    this.neutral = new double[generations][GENES];
  }

  /** Of everybody who ever lived in a world of {@link Shadowed}; empty in a world of others. */
  static Generations of(Lives lives) {
    int deepest = lives.all().mapToInt(Lives.Life::generation).max().orElse(-1);
    var generations = new Generations(deepest + 1);
    lives.all().forEach(generations::count);
    return generations;
  }

  private void count(Lives.Life life) {
    if (life.breed() instanceof Shadowed breed) {
      born[life.generation()]++;
      add(read[life.generation()], breed.relay().genome());
      add(neutral[life.generation()], breed.shadow());
    }
  }

  private static void add(double[] sums, Genome genome) {
    Arrays.setAll(sums, gene -> sums[gene] + steps(genome, Gene.values()[gene]));
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

  /** Mean distance of a gene from its founders' value, in steps of mutation; NaN of nobody. */
  public double shift(int generation, Gene gene) {
    return read[generation][gene.ordinal()] / born[generation];
  }

  /** The same of the copy that nobody reads. */
  public double neutralShift(int generation, Gene gene) {
    return neutral[generation][gene.ordinal()] / born[generation];
  }
}
