package org.bulbil.tor.directory;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bulbil.core.outcome.Outcome;

/** Reads a whole ns-flavoured consensus: preamble, entries, footer. */
final class ConsensusReader {

  private static final String FOOTER = "\ndirectory-footer\n";

  private ConsensusReader() {}

  static Outcome<Consensus> read(String text) {
    int footer = text.indexOf(FOOTER);
    int entries = text.indexOf("\nr ");
    if (!text.startsWith("network-status-version 3") && !text.startsWith("@type network-status")) {
      return Outcome.unknown("this is not a consensus: it does not begin as one");
    }
    if (footer < 0) {
      return Outcome.unknown("this consensus is cut off: it has no footer");
    }
    if (entries > footer) {
      return Outcome.unknown("this consensus is out of order: its footer stands before relays");
    }
    try {
      return Outcome.done(
          read(
              Items.of(text.substring(0, entries < 0 ? footer : entries)),
              entries < 0 ? "" : text.substring(entries + 1, footer),
              text.substring(footer + 1)));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Outcome.unknown("this consensus makes no sense: " + e.getMessage());
    }
  }

  private static Consensus read(Items preamble, String entries, String footer) {
    var relays = Entries.read(entries, "r", RouterStatusReader::read);
    return new Consensus(
        preamble.time("valid-after"),
        preamble.time("fresh-until"),
        preamble.time("valid-until"),
        versions(preamble.text("server-versions")),
        relays.read(),
        weights(Items.of(footer).text("bandwidth-weights")),
        relays.skipped());
  }

  private static List<String> versions(String words) {
    return Arrays.stream(words.split(",")).filter(version -> !version.isEmpty()).toList();
  }

  private static Map<String, Integer> weights(String words) {
    var weights = new LinkedHashMap<String, Integer>();
    for (var word : words.split(" ", -1)) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        weights.put(word.substring(0, equals), Integer.parseInt(word.substring(equals + 1)));
      }
    }
    return weights;
  }
}
