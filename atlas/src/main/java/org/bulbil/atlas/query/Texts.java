package org.bulbil.atlas.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Many short texts joined to one, so that a search runs through memory once. Equal texts stand in
 * it once, with all who have them.
 */
final class Texts {

  /** Stands between texts and in none of them. */
  private static final char BORDER = '\n';

  private final String joined;
  private final int[] starts;
  private final int[][] owners;

  private Texts(String joined, int[] starts, int[][] owners) {
    this.joined = joined;
    this.starts = starts;
    this.owners = owners;
  }

  /** Those of {@code nodes}, who are known by their position. */
  static Texts of(List<Facets> nodes, Function<Facets, Collection<String>> texts) {
    var byText = new LinkedHashMap<String, List<Integer>>();
    for (int node = 0; node < nodes.size(); node++) {
      for (var text : texts.apply(nodes.get(node))) {
        byText.computeIfAbsent(text.replace(BORDER, ' '), _ -> new ArrayList<>()).add(node);
      }
    }
    return join(byText);
  }

  private static Texts join(Map<String, List<Integer>> byText) {
    var joined = new StringBuilder().append(BORDER);
    int[] starts = new int[byText.size()];
    int[][] owners = new int[byText.size()][];
    int slot = 0;
    for (var entry : byText.entrySet()) {
      starts[slot] = joined.length();
      owners[slot++] = entry.getValue().stream().mapToInt(Integer::intValue).toArray();
      joined.append(entry.getKey()).append(BORDER);
    }
    return new Texts(joined.toString(), starts, owners);
  }

  /** Owners of a text that contains {@code part}. */
  BitSet containing(String part) {
    return found(part);
  }

  /** Owners of a text that ends with {@code suffix}. */
  BitSet endingWith(String suffix) {
    return found(suffix + BORDER);
  }

  /** Owners of a text that contains each of {@code parts}. */
  BitSet containingAll(List<String> parts) {
    var first = parts.isEmpty() ? "" : parts.getFirst();
    var all = new BitSet();
    slots(first).stream()
        .filter(slot -> parts.stream().skip(1).allMatch(part -> text(slot).contains(part)))
        .forEach(slot -> own(slot, all));
    return all;
  }

  private BitSet found(String part) {
    var found = new BitSet();
    slots(part).stream().forEach(slot -> own(slot, found));
    return found;
  }

  private BitSet slots(String part) {
    var slots = new BitSet();
    int slot = 0;
    for (int at = joined.indexOf(part, 1); at >= 0 && slot < starts.length; ) {
      slot = slotOf(at);
      slots.set(slot);
      slot++;
      at = slot < starts.length ? joined.indexOf(part, starts[slot]) : -1;
    }
    return slots;
  }

  private int slotOf(int at) {
    int found = Arrays.binarySearch(starts, at);
    return found >= 0 ? found : -found - 2;
  }

  private String text(int slot) {
    int end = slot + 1 < starts.length ? starts[slot + 1] : joined.length();
    return joined.substring(starts[slot], end - 1);
  }

  private void own(int slot, BitSet into) {
    for (int owner : owners[slot]) {
      into.set(owner);
    }
  }
}
