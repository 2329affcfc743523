package org.bulbil.core.split;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Numbers for the groups of relays, by which they are found faster than by their names. */
final class GroupNumbers {

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, int[]> byRelay = new HashMap<>();

  /**
   * Of all groups of these relays, and of their addresses.
   *
   * @param sorted in an order that depends on nothing else, since the numbers depend on it
   */
  GroupNumbers(List<Weighed> sorted) {
    sorted.forEach(relay -> byRelay.put(relay.candidate().id(), numbers(relay.candidate())));
  }

  private int[] numbers(Candidate relay) {
    return Stream.concat(
            relay.groups().stream().sorted(), Stream.of("address:" + relay.address().text()))
        .distinct()
        .mapToInt(name -> numbers.computeIfAbsent(name, _ -> numbers.size()))
        .toArray();
  }

  /** Those of a relay that was there at the beginning. */
  int[] of(Weighed relay) {
    return byRelay.getOrDefault(relay.candidate().id(), new int[0]);
  }
}
