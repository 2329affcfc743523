package org.bulbil.agent;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bulbil.agent.journal.Journal;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.Time;

/** The lowest rate of each of the last 90 days, so that today's can be called low or not. */
final class FeeDiary {

  private static final String FACT = "fees.lowest_by_day";

  private static final int DAYS_KEPT = 90;

  /** Fewer days say nothing. */
  private static final int DAYS_NEEDED = 7;

  private final Journal journal;
  private final Day day;
  private final Time time;
  private final NavigableMap<Long, Long> lowest;

  FeeDiary(Journal journal, Day day, Time time) {
    this.journal = journal;
    this.day = day;
    this.time = time;
    this.lowest = read(journal.recall(FACT).orElse(""));
  }

  /** Writes down {@code rate}, if it is today's lowest. */
  void note(FeeRate rate) {
    var today = time.now().toEpochMilli() / day.length().toMillis();
    var known = lowest.get(today);
    if (known == null || rate.satPerKvb() < known) {
      lowest.put(today, rate.satPerKvb());
      lowest.headMap(today - DAYS_KEPT).clear();
      lowest.tailMap(today, false).clear(); // From a clock that was ahead.
      journal.remember(FACT, written());
    }
  }

  /** What counts as low: it was no higher on one day of four. Empty in the first week. */
  Optional<FeeRate> low() {
    return quantile(4);
  }

  /** What counts as usual: it was no higher on one day of two. Empty in the first week. */
  Optional<FeeRate> usual() {
    return quantile(2);
  }

  /** What was not exceeded on one day of so many. */
  private Optional<FeeRate> quantile(int part) {
    var rates = lowest.values().stream().sorted().toList();
    return rates.size() < DAYS_NEEDED
        ? Optional.empty()
        : Optional.of(new FeeRate(rates.get((rates.size() - 1) / part)));
  }

  private String written() {
    return lowest.entrySet().stream()
        .map(entry -> entry.getKey() + ":" + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  private static NavigableMap<Long, Long> read(String kept) {
    var rates = new TreeMap<Long, Long>();
    for (var entry : kept.split(" ", -1)) {
      var parts = entry.split(":", -1);
      if (parts.length == 2) {
        rates.put(Long.valueOf(parts[0]), Long.valueOf(parts[1]));
      }
    }
    return rates;
  }
}
