package org.bulbil.atlas.page;

import java.util.List;

/**
 * The relays that name one another as family.
 *
 * @param facts about them together
 */
public record FamilyPage(Frame frame, String name, String href, List<Fact> facts, List<Row> rows) {

  public FamilyPage {
    facts = List.copyOf(facts);
    rows = List.copyOf(rows);
  }
}
