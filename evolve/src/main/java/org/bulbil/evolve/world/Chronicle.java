package org.bulbil.evolve.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.bulbil.core.genome.Gene;

/** What a world went through: days as aggregates, and now and then a census of the genes. */
public final class Chronicle {

  private final List<DayRow> days = new ArrayList<>();
  private final List<Census> censuses = new ArrayList<>();

  /**
   * One day.
   *
   * @param lived relays that lived on it
   * @param alive at its end
   * @param births on this day
   * @param unpaid ends because nobody paid
   * @param accidents ends by accident
   * @param banned ends by the provider's will
   * @param wills made on this day
   * @param gifts that came on this day
   * @param asked decisions that were asked for
   * @param prepaid cents of rent in leases and credit
   * @param books at its end
   * @param meanGeneration of those alive, 0 where nobody is
   */
  public record DayRow(
      int day,
      long lived,
      int alive,
      int births,
      long unpaid,
      long accidents,
      long banned,
      long wills,
      int gifts,
      long asked,
      long prepaid,
      Books books,
      double meanGeneration) {}

  /**
   * How many relays have which value of each gene, and live where.
   *
   * @param genes value to relays, for each gene
   * @param regions slug to relays
   */
  public record Census(
      int day, Map<Gene, Map<Integer, Integer>> genes, Map<String, Integer> regions) {}

  void record(DayRow row) {
    days.add(row);
  }

  void count(int day, Population relays) {
    var genes = new EnumMap<Gene, Map<Integer, Integer>>(Gene.class);
    var breeds = breeds(relays);
    for (var gene : Gene.values()) {
      var values = new TreeMap<Integer, Integer>();
      breeds.forEach((breed, count) -> values.merge(breed.value(gene), count, Integer::sum));
      genes.put(gene, values);
    }
    censuses.add(new Census(day, genes, regions(relays)));
  }

  static Map<String, Integer> regions(Population relays) {
    var regions = new TreeMap<String, Integer>();
    breeds(relays).forEach((breed, count) -> regions.merge(breed.region(), count, Integer::sum));
    return regions;
  }

  private static Map<Breed, Integer> breeds(Population relays) {
    var counts = new IdentityHashMap<Breed, Integer>();
    for (int slot = 0; slot < relays.size(); slot++) {
      if (relays.isAlive(slot)) {
        counts.merge(relays.breed[slot], 1, Integer::sum);
      }
    }
    return counts;
  }

  public List<DayRow> days() {
    return Collections.unmodifiableList(days);
  }

  public List<Census> censuses() {
    return Collections.unmodifiableList(censuses);
  }

  /** The newest day; {@link NoSuchElementException} before the first. */
  public DayRow last() {
    return days.getLast();
  }
}
