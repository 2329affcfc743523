package org.bulbil.atlas.page;

import static org.bulbil.atlas.query.Criterion.Kind.RELAY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.query.Criterion;
import org.bulbil.atlas.query.Query;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;

/** Makes pages of the list. */
final class Lists {

  private final Sketches sketches;

  Lists(Sketches sketches) {
    this.sketches = sketches;
  }

  /** Refused where the query breaks a rule of the protocol. */
  Outcome<ListPage> page(ListQuery query, Board board, Frame frame, Instant now) {
    return matching(query, board, now).map(relays -> page(query, relays, board, frame, now));
  }

  /** All that match, in order. */
  private Outcome<List<Relay>> matching(ListQuery query, Board board, Instant now) {
    var all = board.ordered(query.sort(), query.direction());
    var filtered =
        query.filters().isEmpty()
            ? all
            : all.stream()
                .filter(relay -> query.filters().stream().allMatch(f -> f.admits(relay)))
                .toList();
    if (query.asked().isEmpty()) {
      return Outcome.done(filtered);
    }
    return Query.read(query.parameters())
        .map(asked -> board.index().select(asked.and(new Criterion.OfKind(RELAY)), now).relays())
        .map(found -> filtered.stream().filter(isAmong(found)).toList());
  }

  /** By fingerprint: a relay's hash would be that of everything it says. */
  private static Predicate<Relay> isAmong(Collection<Relay> found) {
    var names = HashSet.<Fingerprint>newHashSet(found.size());
    found.forEach(relay -> names.add(relay.fingerprint()));
    return relay -> names.contains(relay.fingerprint());
  }

  private ListPage page(
      ListQuery query, List<Relay> relays, Board board, Frame frame, Instant now) {
    var rows =
        relays.stream()
            .skip(query.offset())
            .limit(ListQuery.ROWS)
            .map(
                relay ->
                    Row.of(
                        relay,
                        board,
                        sketches.of(relay.fingerprint(), board.snapshot()),
                        frame,
                        now))
            .toList();
    return new ListPage(
        frame,
        count(relays.size(), board.snapshot().relays().size()),
        query.asked(),
        hidden(query, frame),
        shortcuts(board, frame.links()),
        choices(query),
        columns(query, frame.links()),
        rows,
        turns(query, relays.size(), frame.links()),
        waiting(board.snapshot()));
  }

  private static String count(int found, int all) {
    return found == all
        ? Words.count(all, "relay")
        : Words.format("%,d of %s", found, Words.count(all, "relay"));
  }

  private static Map<String, String> hidden(ListQuery query, Frame frame) {
    var hidden = new LinkedHashMap<>(query.asked());
    hidden.keySet().removeAll(List.of("search", "country", "flag", "running"));
    query.by(query.sort(), query.direction()).place().parameters().entrySet().stream()
        .filter(parameter -> parameter.getKey().equals("sort"))
        .forEach(parameter -> hidden.put(parameter.getKey(), parameter.getValue()));
    frame.chosen().ifPresent(theme -> hidden.put("theme", theme.key()));
    return hidden;
  }

  private static List<ListPage.Shortcut> shortcuts(Board board, Links links) {
    if (!links.isLive()) {
      return List.of();
    }
    return Arrays.stream(Filter.values())
        .map(
            filter ->
                new ListPage.Shortcut(
                    Words.format("%,d %s", board.count(filter), filter.words()),
                    links.to(ListQuery.only(filter).place())))
        .toList();
  }

  private static List<ListPage.Choice> choices(ListQuery query) {
    return Arrays.stream(Filter.values())
        .map(f -> new ListPage.Choice(f.key(), f.words(), query.filters().contains(f)))
        .toList();
  }

  private static List<ListPage.Column> columns(ListQuery query, Links links) {
    return ListPage.Column.heads().stream()
        .map(
            head ->
                Arrays.stream(Sort.values())
                    .filter(sort -> sort.words().equals(head))
                    .filter(sort -> links.isLive() || sort.isKeptInFiles())
                    .findFirst()
                    .map(sort -> column(sort, query, links))
                    .orElse(new ListPage.Column(head, "", "none")))
        .toList();
  }

  private static ListPage.Column column(Sort sort, ListQuery query, Links links) {
    boolean here = sort == query.sort();
    var way = here && links.isLive() ? query.direction().other() : sort.usual();
    return new ListPage.Column(
        sort.words(),
        links.to(query.by(sort, way).place()),
        here ? query.direction().words() : "none");
  }

  private static List<ListPage.Turn> turns(ListQuery query, int count, Links links) {
    var turns = new ArrayList<ListPage.Turn>();
    int before = Math.max(0, query.offset() - ListQuery.ROWS);
    int after = query.offset() + ListQuery.ROWS;
    if (query.offset() > 0) {
      turns.add(new ListPage.Turn("Previous", links.to(query.from(before).place()), "prev"));
    }
    if (after < count) {
      turns.add(new ListPage.Turn("Next", links.to(query.from(after).place()), "next"));
    }
    return turns;
  }

  private static String waiting(Snapshot snapshot) {
    if (!snapshot.relays().isEmpty()) {
      return "";
    }
    return snapshot.sources().isEmpty()
        ? "The map is empty: no source has been asked yet. The first directory comes within minutes of"
            + " the start; reload this page then."
        : "The map is empty: it waits for a first directory. Below is how its sources do.";
  }
}
