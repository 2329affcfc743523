package org.bulbil.evolve.plot;

import java.util.List;
import java.util.Locale;
import org.bulbil.evolve.plot.Canvas.Anchor;
import org.bulbil.evolve.plot.Canvas.Point;

/**
 * Lives as horizontal lines over time, each below its parent's and joined to it at its birth.
 *
 * @param lives in the order in which they stand below one another
 * @param days from the left edge to the right
 */
public record FamilyTree(List<Bar> lives, int days) {

  /** More would not be seen. */
  public static final int LIVES_MAX = 200;

  /**
   * One life.
   *
   * @param parent its place in the list; -1 where it has none
   * @param from day of its birth
   * @param to day of its end, or the last day
   * @param hue how it ended, or that it lives
   */
  public record Bar(int parent, int from, int to, Hue hue) {}

  private static final int WIDTH = 1600;
  private static final int EDGE = 40;
  private static final int TOP = 70;
  private static final int BOTTOM = 90;
  private static final int ROWS_HEIGHT = 1000;
  private static final int ROW_MOST = 24;
  private static final double YEAR = 365;

  public FamilyTree {
    lives = List.copyOf(lives);
    if (lives.isEmpty() || lives.size() > LIVES_MAX) {
      throw new IllegalArgumentException(
          "a tree must have 1 to %d lives, not %d".formatted(LIVES_MAX, lives.size()));
    }
  }

  /** Names by hue, for the legend. */
  public record Legend(Hue hue, String name) {}

  public byte[] png(Theme theme, List<Legend> legend) {
    double row = Math.min(ROW_MOST, (double) ROWS_HEIGHT / lives.size());
    var canvas = new Canvas(theme, WIDTH, (int) (TOP + BOTTOM + row * lives.size()));
    legend(canvas, legend);
    axis(canvas);
    for (int i = 0; i < lives.size(); i++) {
      draw(i, row, canvas);
    }
    return canvas.png();
  }

  private void draw(int number, double row, Canvas canvas) {
    var life = lives.get(number);
    double y = TOP + (number + 0.5) * row;
    if (life.parent() >= 0) {
      double parent = TOP + (life.parent() + 0.5) * row;
      canvas.rule(
          new Point(x(life.from()), parent), new Point(x(life.from()), y), canvas.theme().quiet());
    }
    canvas.curve(
        List.of(
            new Point(x(life.from()), y), new Point(x(Math.max(life.to(), life.from() + 1)), y)),
        life.hue());
  }

  private double x(int day) {
    return EDGE + (double) day / days * (WIDTH - 2 * EDGE);
  }

  private void axis(Canvas canvas) {
    double bottom = canvas.height() - (double) BOTTOM + 10;
    var theme = canvas.theme();
    canvas.rule(new Point(EDGE, bottom), new Point(WIDTH - EDGE, bottom), theme.quiet());
    var years = new Axis("years", 0, days / YEAR);
    for (double year : years.numbers()) {
      double at = x((int) (year * YEAR));
      canvas.rule(new Point(at, bottom), new Point(at, bottom + 12), theme.quiet());
      canvas.text(years.inWords(year), at, bottom + 36, Anchor.MIDDLE, theme.quiet());
    }
    canvas.text(years.label(), WIDTH - EDGE, canvas.height() - 12.0, Anchor.RIGHT, theme.ink());
  }

  private static void legend(Canvas canvas, List<Legend> entries) {
    double left = EDGE;
    for (var entry : entries) {
      canvas.curve(List.of(new Point(left, 30), new Point(left + 60, 30)), entry.hue());
      canvas.text(entry.name(), left + 72, 39, Anchor.LEFT, canvas.theme().ink());
      left += 108 + Lettering.here().width(entry.name());
    }
  }

  /** In words, for who does not see it. */
  public String inWords() {
    long roots = lives.stream().filter(life -> life.parent() < 0).count();
    return String.format(
        Locale.ROOT,
        "%d lives in %s over %.1f years",
        lives.size(),
        roots == 1 ? "one family" : roots + " families",
        days / YEAR);
  }
}
