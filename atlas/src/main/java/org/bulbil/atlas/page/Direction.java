package org.bulbil.atlas.page;

/** Of an order. */
enum Direction {
  ASCENDING,
  DESCENDING;

  Direction other() {
    return this == ASCENDING ? DESCENDING : ASCENDING;
  }

  /** As ARIA's {@code aria-sort} has it. */
  String words() {
    return this == ASCENDING ? "ascending" : "descending";
  }
}
