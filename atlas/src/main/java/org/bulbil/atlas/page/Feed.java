package org.bulbil.atlas.page;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bulbil.atlas.network.Gift;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.store.Store;

/** Births, deaths and gifts of relays of ours, as an Atom feed (RFC 4287), newest first. */
final class Feed {

  /** Readers keep what they have seen. */
  private static final int ENTRIES_MAX = 60;

  /** Two directories without it: a relay that misses one may be restarting. */
  private static final Duration GONE = Duration.ofHours(2);

  private final Board board;
  private final Store store;
  private final Frame frame;
  private final String site;

  private record Entry(String id, Instant when, String title, Relay relay) {}

  Feed(Board board, Store store, Frame frame) {
    this.board = board;
    this.store = store;
    this.frame = frame;
    this.site = frame.site().address().orElse("");
  }

  byte[] atom(Instant now) {
    var entries =
        entries().stream()
            .sorted(Comparator.comparing(Entry::when).reversed())
            .limit(ENTRIES_MAX)
            .toList();
    var out = new StringBuilder(512);
    out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    out.append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    out.append("<title>Atlas: births, deaths and gifts</title>\n<id>urn:bulbil:atlas</id>\n");
    element(
        out, "updated", entries.isEmpty() ? now.toString() : entries.getFirst().when().toString());
    out.append("<author><name>Bulbil Atlas</name></author>\n");
    entries.forEach(entry -> write(out, entry));
    return out.append("</feed>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(StringBuilder out, Entry entry) {
    out.append("<entry>\n");
    element(out, "id", "urn:bulbil:" + entry.id());
    element(out, "title", entry.title());
    element(out, "updated", entry.when().toString());
    var href = site + frame.links().to(Place.relay(entry.relay().fingerprint()));
    out.append("<link href=\"").append(escaped(href)).append("\"/>\n");
    element(out, "summary", entry.title() + ". Fingerprint " + entry.relay().fingerprint());
    out.append("</entry>\n");
  }

  private static void element(StringBuilder out, String name, String text) {
    out.append('<').append(name).append('>').append(escaped(text));
    out.append("</").append(name).append(">\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private List<Entry> entries() {
    var entries = new ArrayList<Entry>();
    for (var relay : board.ours()) {
      birth(relay).ifPresent(entries::add);
      death(relay).ifPresent(entries::add);
      gifts(relay).forEach(entries::add);
    }
    return entries;
  }

  private static Optional<Entry> birth(Relay relay) {
    return Words.moment(relay.details().firstSeen())
        .map(
            when -> new Entry("birth:" + relay.fingerprint(), when, "Born: " + name(relay), relay));
  }

  private Optional<Entry> death(Relay relay) {
    return Words.moment(relay.details().lastSeen())
        .filter(_ -> !relay.details().running())
        .filter(seen -> seen.plus(GONE).isBefore(board.snapshot().relaysPublished()))
        .map(
            seen ->
                new Entry(
                    "death:" + relay.fingerprint() + ":" + seen.getEpochSecond(),
                    seen,
                    "Gone: " + name(relay),
                    relay));
  }

  private Stream<Entry> gifts(Relay relay) {
    return relay.addresses().stream()
        .flatMap(address -> store.gifts(Optional.of(address.text()), ENTRIES_MAX).stream())
        .map(gift -> gift(relay, gift));
  }

  private static Entry gift(Relay relay, Gift gift) {
    return new Entry(
        "gift:" + gift.txid() + ":" + relay.fingerprint(),
        gift.when(),
        "Gift of " + Words.bitcoins(gift.amount()) + " to " + name(relay),
        relay);
  }

  private static String name(Relay relay) {
    return Shown.name(relay.details().nickname());
  }
}
