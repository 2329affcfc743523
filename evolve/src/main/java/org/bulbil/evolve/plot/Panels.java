package org.bulbil.evolve.plot;

import java.util.List;

/** Several charts in one picture, two in a row. */
public record Panels(List<Chart> charts) {

  private static final int WIDTH = 1600;
  private static final int HEIGHT = 520;
  private static final int COLUMNS = 2;

  public Panels {
    charts = List.copyOf(charts);
    if (charts.isEmpty()) {
      throw new IllegalArgumentException("there must be a panel");
    }
  }

  public byte[] png(Theme theme) {
    int rows = Math.ceilDiv(charts.size(), COLUMNS);
    int width = WIDTH / COLUMNS;
    var canvas = new Canvas(theme, WIDTH, rows * HEIGHT);
    for (int i = 0; i < charts.size(); i++) {
      charts
          .get(i)
          .draw(new Chart.Frame(canvas, i % COLUMNS * width, i / COLUMNS * HEIGHT, width, HEIGHT));
    }
    return canvas.png();
  }
}
