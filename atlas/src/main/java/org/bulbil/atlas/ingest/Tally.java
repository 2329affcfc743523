package org.bulbil.atlas.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was taken from documents and what was left out, while they are read. */
final class Tally {

  /** Reasons that are told of each document; the others are counted. */
  private static final int REASONS_MAX = 3;

  /** Remarks in all. */
  private static final int REMARKS_MAX = 100;

  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();

  Tally() {
    for (var what : List.of("relays", "bridges", "histories", "bytes", "skipped", "refused")) {
      counts.put(what, 0L);
    }
  }

  void count(String what, long more) {
    counts.merge(what, more, Long::sum);
  }

  /** A document of which nothing is taken. */
  void refused(String document, String rule) {
    count("refused", 1);
    remark(document + " " + rule);
  }

  void remark(String sentence) {
    if (remarks.size() < REMARKS_MAX) {
      remarks.add(sentence);
    }
  }

  Map<String, Long> counts() {
    return counts;
  }

  List<String> remarks() {
    return remarks;
  }

  /** The relays and bridges of one document that were left out. */
  final class Skipped {

    private final String document;
    private final List<String> reasons = new ArrayList<>();
    private int number;

    Skipped(String document) {
      this.document = document;
    }

    void add(String which, String why) {
      number++;
      if (reasons.size() < REASONS_MAX) {
        reasons.add(which + ": " + why);
      }
    }

    /** The document was read to its end. */
    void tell() {
      if (number > 0) {
        count("skipped", number);
        remark(
            "%s: %d left out, such as %s".formatted(document, number, String.join("; ", reasons)));
      }
    }
  }
}
