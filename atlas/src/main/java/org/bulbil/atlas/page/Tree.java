package org.bulbil.atlas.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.bulbil.atlas.network.Relay;
import org.bulbil.tor.Fingerprint;

/**
 * The lineage of relays of ours. Parents are named by contact lines, which anybody may write: a
 * circle of parents is cut, and each relay stands once.
 */
final class Tree {

  /** Deeper ones stand beside the roots: a page is not a staircase, and templates recurse. */
  private static final int DEPTH_MAX = 20;

  private final Board board;
  private final Visit visit;
  private final Set<Fingerprint> placed = new HashSet<>();

  Tree(Visit visit) {
    this.board = visit.board();
    this.visit = visit;
  }

  List<Branch> roots() {
    var roots = new ArrayList<Branch>();
    var ours = board.ours().stream().sorted(Comparator.comparingInt(Tree::generation)).toList();
    ours.stream().filter(this::isRoot).forEach(relay -> roots.add(branch(relay, 0)));
    ours.stream()
        .filter(relay -> !placed.contains(relay.fingerprint()))
        .toList()
        .forEach(relay -> place(relay, roots));
    return roots;
  }

  /** What is in a circle, or too deep, begins a tree of its own unless it was placed meanwhile. */
  private void place(Relay relay, List<Branch> roots) {
    if (!placed.contains(relay.fingerprint())) {
      roots.add(branch(relay, 0));
    }
  }

  private static int generation(Relay relay) {
    return relay.heritage().map(heritage -> heritage.lineage().generation()).orElse(0);
  }

  private boolean isRoot(Relay relay) {
    return Board.parent(relay).map(parent -> board.relays(List.of(parent)).isEmpty()).orElse(true);
  }

  private Branch branch(Relay relay, int depth) {
    placed.add(relay.fingerprint());
    var children = new ArrayList<Branch>();
    if (depth < DEPTH_MAX) {
      for (var child : board.children(relay.fingerprint())) {
        if (!placed.contains(child.fingerprint())) {
          children.add(branch(child, depth + 1));
        }
      }
    }
    return new Branch(
        Shown.name(relay.details().nickname()),
        visit.links().to(Place.relay(relay.fingerprint())),
        relay.details().running(),
        words(relay),
        children);
  }

  private String words(Relay relay) {
    var words = new StringJoiner(", ");
    words.add("generation " + generation(relay));
    words.add(relay.details().running() ? "running" : "dead or away");
    Optional.of(Row.country(relay.details())).filter(c -> !c.isEmpty()).ifPresent(words::add);
    Runway.of(relay, visit.now(), visit.site().day())
        .ifPresent(runway -> words.add("paid until " + runway.date()));
    return words.toString();
  }
}
