package org.bulbil.evolve.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bulbil.evolve.plot.FamilyTree;
import org.bulbil.evolve.plot.FamilyTree.Bar;
import org.bulbil.evolve.plot.Hue;
import org.bulbil.evolve.world.End;
import org.bulbil.evolve.world.Lives.Life;
import org.bulbil.evolve.world.World;

/**
 * The largest families of a world: children below their parents, families by size, and no more than
 * {@value #MOST} lives.
 *
 * @param lives shown
 * @param days that the world lasted
 * @param everBorn how many lives there were in all
 */
record Pedigree(List<Life> lives, int days, int everBorn) {

  /** So many lines can still be told apart. */
  static final int MOST = 120;

  static Pedigree of(World world) {
    var lives = world.lives().all().toList();
    var children = new ArrayList<List<Life>>();
    lives.forEach(_ -> children.add(new ArrayList<>()));
    lives.stream().filter(l -> !l.isFounder()).forEach(l -> children.get(l.parent()).add(l));
    var sizes = sizes(lives);
    var shown = new ArrayList<Life>();
    lives.stream()
        .filter(Life::isFounder)
        .sorted(Comparator.comparingInt((Life life) -> sizes[life.id()]).reversed())
        .limit(MOST)
        .forEach(founder -> walk(founder, children, shown));
    return new Pedigree(List.copyOf(shown), world.day(), lives.size());
  }

  /** How many descend from each, itself included; children have higher numbers than parents. */
  private static int[] sizes(List<Life> lives) {
    var sizes = new int[lives.size()];
    for (var life : lives.reversed()) {
      sizes[life.id()]++;
      if (!life.isFounder()) {
        sizes[life.parent()] += sizes[life.id()];
      }
    }
    return sizes;
  }

  /** Depth first, until there are enough; a family's depth is bounded by its world's days. */
  private static void walk(Life life, List<List<Life>> children, List<Life> shown) {
    if (shown.size() < MOST) {
      shown.add(life);
      children.get(life.id()).forEach(child -> walk(child, children, shown));
    }
  }

  FamilyTree tree() {
    var ids = lives.stream().map(Life::id).toList();
    return new FamilyTree(
        lives.stream()
            .map(
                life ->
                    new Bar(
                        ids.indexOf(life.parent()),
                        life.born(),
                        life.isOver() ? life.ended() : days,
                        hue(life)))
            .toList(),
        days);
  }

  private static Hue hue(Life life) {
    if (!life.isOver()) {
      return Hue.FIRST;
    }
    return life.how() == End.UNPAID ? Hue.SECOND : Hue.THIRD;
  }

  static List<FamilyTree.Legend> legend() {
    return List.of(
        new FamilyTree.Legend(Hue.FIRST, "alive at the end"),
        new FamilyTree.Legend(Hue.SECOND, "ended because nobody paid"),
        new FamilyTree.Legend(Hue.THIRD, "ended by accident or ban"));
  }
}
