package org.bulbil.evolve.plot;

/** Which of a theme's colours a curve has, and how it is dashed, so that colour is not all. */
public enum Hue {
  FIRST,
  SECOND,
  THIRD,
  CONTROL;

  /** Pixels of line and gap in turn; empty for a whole line. */
  float[] dashes() {
    return switch (this) {
      case FIRST -> new float[] {};
      case SECOND -> new float[] {18, 8};
      case THIRD -> new float[] {4, 7};
      case CONTROL -> new float[] {10, 6, 3, 6};
    };
  }
}
