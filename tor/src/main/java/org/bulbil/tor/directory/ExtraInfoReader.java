package org.bulbil.tor.directory;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;

/** Reads one extra-info document; statistics other than the traffic are passed over. */
final class ExtraInfoReader {

  /** {@code 2017-07-17 16:13:02 (14400 s) 1,2,3}; no counts at all is allowed. */
  private static final Pattern HISTORY =
      Pattern.compile("(\\S+ \\S+) \\((\\d{1,9}) s\\)(?: ([0-9,]*))?.*");

  private ExtraInfoReader() {}

  static ExtraInfo read(String entry) {
    var items = Items.of(entry);
    var names = items.required("extra-info").words(2);
    return new ExtraInfo(
        new Nickname(names.get(0)),
        Fingerprint.parse(names.get(1)),
        items.time("published"),
        history(items, "write-history"),
        history(items, "read-history"),
        entry);
  }

  private static Optional<BandwidthHistory> history(Items items, String keyword) {
    return items
        .first(keyword)
        .map(Item::arguments)
        .map(ExtraInfoReader::history)
        .filter(history -> !history.bytes().isEmpty());
  }

  private static BandwidthHistory history(String arguments) {
    var found = HISTORY.matcher(arguments);
    if (!found.matches()) {
      throw new IllegalArgumentException("not a history of traffic: " + arguments);
    }
    return new BandwidthHistory(
        Items.time(List.of(found.group(1).split(" ", -1)), 0),
        Duration.ofSeconds(Long.parseLong(found.group(2))),
        counts(found.group(3) == null ? "" : found.group(3)));
  }

  private static List<Long> counts(String words) {
    return Arrays.stream(words.split(","))
        .filter(word -> !word.isEmpty())
        .map(Long::valueOf)
        .toList();
  }
}
