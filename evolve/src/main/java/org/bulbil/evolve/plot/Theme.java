package org.bulbil.evolve.plot;

import java.awt.Color;

/**
 * The colours of a plot. Those of curves are Okabe and Ito's, which the colour-blind tell apart.
 */
public enum Theme {
  LIGHT(0xffffff, 0x1a1a1a, 0x6b6b6b, 0xe4e4e4, 0x0072b2, 0xd55e00, 0x007a5a, 0x8c8c8c),
  DARK(0x16181b, 0xececec, 0xa6a6a6, 0x33373c, 0x56b4e9, 0xe69f00, 0x2fbf8f, 0x9a9a9a);

  private static final int COVER = 56;

  private final int paper;
  private final int ink;
  private final int quiet;
  private final int grid;
  private final int first;
  private final int second;
  private final int third;
  private final int control;

  Theme(int paper, int ink, int quiet, int grid, int first, int second, int third, int control) {
    this.paper = paper;
    this.ink = ink;
    this.quiet = quiet;
    this.grid = grid;
    this.first = first;
    this.second = second;
    this.third = third;
    this.control = control;
  }

  Color paper() {
    return new Color(paper);
  }

  Color ink() {
    return new Color(ink);
  }

  /** Of numbers on axes. */
  Color quiet() {
    return new Color(quiet);
  }

  Color grid() {
    return new Color(grid);
  }

  Color of(Hue hue) {
    return new Color(
        switch (hue) {
          case FIRST -> first;
          case SECOND -> second;
          case THIRD -> third;
          case CONTROL -> control;
        });
  }

  /** The same colour with what is behind it shining through. */
  Color band(Hue hue) {
    var full = of(hue);
    return new Color(full.getRed(), full.getGreen(), full.getBlue(), COVER);
  }
}
