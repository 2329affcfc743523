package org.bulbil.atlas.chart;

import java.util.Arrays;
import java.util.List;
import org.bulbil.core.picture.Picture.Colour;

/**
 * What a colour of a chart is for. Lines have a contrast of 3:1 at least to what is behind them.
 */
public enum Ink {
  PAPER(0, 0xffffff, 0x1d241d),
  GRID(1, 0xc9cfc2, 0x465246),
  GAP(2, 0xeeefe9, 0x282f28),
  AREA(3, 0xc9e5c5, 0x24472a),
  FIRST(4, 0x256b2f, 0x8fd886),
  SECOND(5, 0xa03c1e, 0xf5a07c);

  private final int place;
  private final int light;
  private final int dark;

  Ink(int place, int light, int dark) {
    this.place = place;
    this.light = light;
    this.dark = dark;
  }

  /** In a chart's palette. */
  int place() {
    return place;
  }

  public Colour in(Theme theme) {
    return new Colour(
        switch (theme) {
          case LIGHT -> light;
          case DARK -> dark;
        });
  }

  static List<Colour> palette(Theme theme) {
    return Arrays.stream(values()).map(ink -> ink.in(theme)).toList();
  }
}
