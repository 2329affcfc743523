package org.bulbil.evolve.report;

import java.util.List;
import java.util.Locale;
import org.bulbil.evolve.world.Lives.Life;

/** The family tree of one world. */
final class LineageFigure {

  private LineageFigure() {}

  static Figure of(Pedigree pedigree) {
    var tree = pedigree.tree();
    return new Figure(
        "lineage",
        "Lineage",
        "A family tree: " + tree.inWords() + ".",
        "A line is a life; it hangs from its parent at its birth. These are the largest families"
            + " of the first breed in the first round: %d of %d lives."
                .formatted(pedigree.lives().size(), pedigree.everBorn()),
        theme -> tree.png(theme, Pedigree.legend()),
        new DataTable(
            "Lives, each below its parent",
            List.of("relay", "parent", "generation", "born on day", "ended on day", "end"),
            pedigree.lives().stream().map(LineageFigure::row).toList()));
  }

  private static List<String> row(Life life) {
    return List.of(
        Integer.toString(life.id()),
        life.isFounder() ? "–" : Integer.toString(life.parent()),
        Integer.toString(life.generation()),
        Integer.toString(life.born()),
        life.isOver() ? Integer.toString(life.ended()) : "–",
        life.isOver() ? life.how().name().toLowerCase(Locale.ROOT) : "alive");
  }
}
