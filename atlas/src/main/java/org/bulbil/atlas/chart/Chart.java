package org.bulbil.atlas.chart;

import java.util.List;
import org.bulbil.core.picture.Picture;
import org.bulbil.core.picture.Png;

/**
 * One or two lines over time, from zero to a round number, as a picture. Columns of which nothing
 * is known are shaded, so that they do not look like zero.
 *
 * @param lines the first is drawn last, on top
 * @param top value at the upper edge, above zero
 */
public record Chart(List<Line> lines, Window window, double top) {

  /** Pixels: twice what a narrow phone shows, for screens of fine pixels. */
  public static final int WIDTH = 640;

  public static final int HEIGHT = 160;

  private static final int STROKE = 3;

  public Chart {
    lines = List.copyOf(lines);
    if (lines.isEmpty() || lines.size() > 2 || !(top > 0)) {
      throw new IllegalArgumentException(lines.size() + " lines up to " + top);
    }
  }

  public byte[] png(Theme theme) {
    return Png.of(picture(theme));
  }

  Picture picture(Theme theme) {
    var picture = new Picture(WIDTH, HEIGHT, Ink.palette(theme));
    var heights = lines.stream().map(this::heights).toList();
    shadeGaps(picture, heights);
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (lines.get(i).manner() != Line.Manner.LINE) {
        fill(picture, heights.get(i));
      }
      stroke(picture, heights.get(i), i == 0 ? Ink.FIRST : Ink.SECOND);
    }
    for (int part = 1; part <= 3; part++) {
      dot(picture, part * (HEIGHT - 1) / 4);
    }
    picture.fill(0, HEIGHT - 1, WIDTH, 1, Ink.GRID.place());
    return picture;
  }

  private static void shadeGaps(Picture picture, List<int[]> heights) {
    for (int x = 0; x < WIDTH; x++) {
      int column = x;
      if (heights.stream().allMatch(line -> line[column] < 0)) {
        picture.fill(x, 0, 1, HEIGHT, Ink.GAP.place());
      }
    }
  }

  /** Where the line is in each column, in pixels from above; -1 in a gap. */
  private int[] heights(Line line) {
    var heights = new int[WIDTH];
    for (int x = 0; x < WIDTH; x++) {
      var value = line.at(window.middle(x, WIDTH));
      heights[x] = value.isPresent() ? height(value.getAsDouble()) : -1;
    }
    return heights;
  }

  private int height(double value) {
    double share = Math.clamp(value / top, 0, 1);
    return (int) Math.round((1 - share) * (HEIGHT - STROKE));
  }

  private static void fill(Picture picture, int[] heights) {
    for (int x = 0; x < WIDTH; x++) {
      if (heights[x] >= 0) {
        picture.fill(x, heights[x], 1, HEIGHT - heights[x], Ink.AREA.place());
      }
    }
  }

  private static void stroke(Picture picture, int[] heights, Ink ink) {
    for (int x = 0; x < WIDTH; x++) {
      if (heights[x] >= 0) {
        int former = x > 0 && heights[x - 1] >= 0 ? heights[x - 1] : heights[x];
        int upper = Math.min(former, heights[x]);
        int lower = Math.max(former, heights[x]);
        picture.fill(x, upper, 1, lower - upper + STROKE, ink.place());
      }
    }
  }

  private static void dot(Picture picture, int y) {
    for (int x = 0; x < WIDTH; x += 8) {
      picture.fill(x, y, 2, 1, Ink.GRID.place());
    }
  }
}
