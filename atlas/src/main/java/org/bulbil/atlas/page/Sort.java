package org.bulbil.atlas.page;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.bulbil.atlas.network.Relay;
import org.jspecify.annotations.Nullable;

/**
 * What the list is sorted by. Relays without a value stand last either way; equal ones by
 * fingerprint, so that pages do not overlap.
 */
enum Sort {
  NAME("Relay", Direction.ASCENDING),
  SINCE("Since", Direction.ASCENDING),
  BANDWIDTH("Bandwidth", Direction.DESCENDING),
  WEIGHT("Weight", Direction.DESCENDING),
  COUNTRY("Country", Direction.ASCENDING),
  RUNWAY("Paid until", Direction.ASCENDING),
  BALANCE("Balance", Direction.DESCENDING);

  private final String words;
  private final Direction usual;

  Sort(String words, Direction usual) {
    this.words = words;
    this.usual = usual;
  }

  static Optional<Sort> of(String key) {
    return Arrays.stream(values()).filter(sort -> sort.key().equals(key)).findFirst();
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The head of its column. */
  String words() {
    return words;
  }

  /** The first one that a reader wants. */
  Direction usual() {
    return usual;
  }

  /** Whether a folder of files has this order as well. */
  boolean isKeptInFiles() {
    return this == NAME || this == WEIGHT || this == RUNWAY;
  }

  Comparator<Relay> comparator(Board board, Direction direction) {
    return switch (this) {
      case NAME ->
          by(relay -> Optional.of(relay.details().nickname().toLowerCase(Locale.ROOT)), direction);
      case SINCE -> by(relay -> Words.moment(relay.details().firstSeen()), direction);
      case BANDWIDTH -> by(relay -> known(relay.details().advertisedBandwidth()), direction);
      case WEIGHT -> by(relay -> known(relay.details().consensusWeight()), direction);
      case COUNTRY -> by(relay -> known(relay.details().country()), direction);
      case RUNWAY -> by(Runway::end, direction);
      case BALANCE -> by(board::balance, direction);
    };
  }

  private static <T> Optional<T> known(@Nullable T value) {
    return Optional.ofNullable(value);
  }

  private static <T extends Comparable<T>> Comparator<Relay> by(
      Function<Relay, Optional<T>> value, Direction direction) {
    Comparator<T> order =
        direction == Direction.ASCENDING ? Comparator.naturalOrder() : Comparator.reverseOrder();
    Comparator<Relay> ordered =
        (left, right) -> {
          var a = value.apply(left);
          var b = value.apply(right);
          return a.isPresent() && b.isPresent()
              ? order.compare(a.get(), b.get())
              : Boolean.compare(a.isEmpty(), b.isEmpty());
        };
    return ordered.thenComparing(Relay::fingerprint);
  }
}
