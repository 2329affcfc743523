package org.bulbil.atlas.query;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts in order, so that those with one beginning stand side by side. */
final class Beginnings {

  private record Entry(String text, int owner) {}

  /** Greater than any character that follows a beginning. */
  private static final char END = '\uffff';

  private final String[] texts;
  private final int[] owners;

  private Beginnings(String[] texts, int[] owners) {
    this.texts = texts;
    this.owners = owners;
  }

  /** One of each node, in the order of their positions. */
  static Beginnings of(List<String> texts) {
    return of(IntStream.range(0, texts.size()).mapToObj(i -> new Entry(texts.get(i), i)));
  }

  /** Those of {@code nodes}, who are known by their position. */
  static Beginnings of(List<Facets> nodes, Function<Facets, Collection<String>> texts) {
    return of(
        IntStream.range(0, nodes.size())
            .boxed()
            .flatMap(i -> texts.apply(nodes.get(i)).stream().map(text -> new Entry(text, i))));
  }

  private static Beginnings of(Stream<Entry> all) {
    var entries = all.sorted(Comparator.comparing(Entry::text)).toList();
    return new Beginnings(
        entries.stream().map(Entry::text).toArray(String[]::new),
        entries.stream().mapToInt(Entry::owner).toArray());
  }

  /** Adds the owners of a text that begins with {@code beginning}. */
  void addTo(BitSet owned, String beginning) {
    int end = place(beginning + END);
    for (int i = place(beginning); i < end; i++) {
      owned.set(owners[i]);
    }
  }

  /** Of the first text that is not before {@code text}. */
  private int place(String text) {
    int found = Arrays.binarySearch(texts, text);
    while (found > 0 && texts[found - 1].equals(text)) {
      found--;
    }
    return found >= 0 ? found : -found - 1;
  }
}
