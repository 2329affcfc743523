package org.bulbil.atlas.ingest;

import java.io.IOException;

/** Counts the relays and bridges of a document, and lets those that are wrong cost themselves. */
abstract class NodeListener implements Pieces.Listener {

  /** Of a document: several times the network's size in any year. */
  static final int NODES_MAX = 50_000;

  private final Tally.Skipped skipped;
  private int number;

  NodeListener(Tally.Skipped skipped) {
    this.skipped = skipped;
  }

  /** Takes one; {@link IllegalArgumentException} with the rule that it breaks. */
  abstract void take(Pieces.Group group, byte[] json);

  @Override
  public final void node(Pieces.Group group, byte[] json) throws IOException {
    countOne();
    try {
      take(group, json);
    } catch (IllegalArgumentException | NullPointerException e) {
      // Records complain of a missing field by a NullPointerException with a sentence.
      skipped.add(name(group), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public final void skipped(Pieces.Group group, String why) {
    number++;
    skipped.add(name(group), why);
  }

  private void countOne() throws BadDocument {
    number++;
    if (number > NODES_MAX) {
      throw new BadDocument("has more than %,d relays and bridges".formatted(NODES_MAX));
    }
  }

  /** {@code number 3 of relays}. */
  private String name(Pieces.Group group) {
    return switch (group) {
      case RELAYS -> "number " + number + " (a relay)";
      case BRIDGES -> "number " + number + " (a bridge)";
    };
  }

  @Override
  public void field(String name, String value) throws BadDocument {
    // What else an envelope says is of no use here.
  }
}
