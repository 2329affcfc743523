package org.bulbil.atlas.page;

import java.util.List;

/**
 * Who descends from whom.
 *
 * @param roots founders, and relays whose parent is not on the map any more
 */
public record LineagePage(Frame frame, String count, List<Branch> roots) {

  public LineagePage {
    roots = List.copyOf(roots);
  }
}
