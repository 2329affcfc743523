package org.bulbil.atlas.page;

import java.util.List;

/**
 * A relay of ours among its descendants.
 *
 * @param words about it, beside its name
 * @param children those that are on the map
 */
public record Branch(
    String name, String href, boolean running, String words, List<Branch> children) {

  public Branch {
    children = List.copyOf(children);
  }
}
