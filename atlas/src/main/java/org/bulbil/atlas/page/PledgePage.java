package org.bulbil.atlas.page;

import java.util.List;

/**
 * A campaign.
 *
 * @param news what became of a pledge that was just handed in; empty where none was
 * @param isWell whether it was taken
 * @param title as its author wrote it, made harmless
 * @param state how it stands, in a sentence
 * @param percent of the goal, 0 to 100
 * @param action where the form goes; empty where nothing is taken any more
 * @param payment hexadecimal digits of the payment; empty until the goal is met
 */
public record PledgePage(
    Frame frame,
    String news,
    boolean isWell,
    String title,
    String state,
    int percent,
    List<Fact> facts,
    String file,
    String action,
    String payment,
    List<Line> pledges) {

  /** A pledge that came in; why it does not count, where it does not. */
  public record Line(String coin, String sat, String href, String fault) {}
}
