package org.bulbil.atlas.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bulbil.atlas.network.Relay;

/** Makes pages of families. */
final class Families {

  /** The longest list of 10,568 relays in 2026 had 368. */
  private static final int ROWS_MAX = 500;

  private final Sketches sketches;

  Families(Sketches sketches) {
    this.sketches = sketches;
  }

  FamilyPage page(Relay relay, Board board, Frame frame, Instant now) {
    var names = Optional.ofNullable(relay.details().effectiveFamily()).orElse(List.of());
    var members =
        board.relays(names.isEmpty() ? List.of(relay.fingerprint().value()) : names).stream()
            .sorted(
                Comparator.comparingLong((Relay member) -> member.details().consensusWeight())
                    .reversed()
                    .thenComparing(Relay::fingerprint))
            .toList();
    return new FamilyPage(
        frame,
        Shown.name(relay.details().nickname()),
        frame.links().to(Place.relay(relay.fingerprint())),
        facts(names.size(), members),
        members.stream()
            .limit(ROWS_MAX)
            .map(m -> Row.of(m, board, sketches.of(m.fingerprint(), board.snapshot()), frame, now))
            .toList());
  }

  private static List<Fact> facts(int named, List<Relay> members) {
    var running = members.stream().filter(member -> member.details().running()).count();
    var speed =
        members.stream()
            .map(member -> member.details().advertisedBandwidth())
            .filter(Objects::nonNull)
            .mapToLong(Long::longValue)
            .sum();
    var share =
        members.stream()
            .map(member -> member.details().consensusWeightFraction())
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .sum();
    return List.of(
        Fact.of("Named", Words.count(Math.max(1, named), "relay")),
        Fact.of("On the map", Words.count(members.size(), "relay") + ", " + running + " running"),
        Fact.of("Advertised bandwidth", Words.speed((double) speed)),
        Fact.of("Share of the network", Words.percent(share)));
  }
}
