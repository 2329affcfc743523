package org.bulbil.atlas.page;

import java.util.List;
import java.util.Optional;

/**
 * Everything about one relay that a donor may want to know.
 *
 * @param state whether it runs, in words
 * @param contactLine as it was published, made visible, without whole mail addresses
 * @param policy the exit policy, line by line
 * @param family how many are in it, and their page; empty where it is alone
 */
public record RelayPage(
    Frame frame,
    String name,
    String fingerprint,
    boolean running,
    String state,
    Sketch sketch,
    Optional<Runway> runway,
    Optional<Give> give,
    Cost cost,
    List<Fact> performance,
    List<Fact> times,
    List<Fact> place,
    List<Fact> software,
    List<String> policy,
    List<Fact> contact,
    String contactLine,
    List<Fact> descent,
    Optional<Fact.Bit.Inside> family,
    Optional<Fact.Bit.Outside> ownPage,
    List<String> contradictions,
    List<Decision> decisions,
    List<Gifts.Line> gifts,
    List<Graph.Group> graphs) {

  /** What the relay decided, by its own word. */
  public record Decision(String when, String words) {}
}
