package org.bulbil.atlas.page;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bulbil.atlas.chart.Theme;
import org.bulbil.atlas.web.Answer;
import org.bulbil.atlas.web.Ask;
import org.bulbil.atlas.web.Form;
import org.bulbil.atlas.web.Room;
import org.bulbil.atlas.web.Shelf;
import org.bulbil.core.time.Time;

/**
 * Pages and pictures for whoever asks by HTTP. The last of the rooms: what nobody knows it answers
 * by a page that says so.
 */
public final class PageRoom implements Room {

  /** Some hundreds of lists and relays with their pictures. */
  private static final long SHELF_BYTES = 16L << 20;

  private static final Pattern RELAY =
      Pattern.compile("/(relay|family)/\\$?([0-9A-Fa-f]{40})(/.*)?");

  private final Pages pages;
  private final Time time;
  private final Shelf<Page> shelf = new Shelf<>(SHELF_BYTES, page -> page.bytes().length);

  /**
   * A room with a clock.
   *
   * @param time for the age of what is shown; a page is at most a minute behind it
   */
  public PageRoom(Pages pages, Time time) {
    this.pages = pages;
    this.time = time;
  }

  @Override
  public Optional<Answer> answer(Ask ask) {
    return Optional.of(proper(ask).orElseGet(() -> shown(ask)));
  }

  @Override
  public Optional<Answer> take(Form form) {
    var place = new Place(form.path());
    var fields = first(form.fields());
    return pages
        .take(place, fields, new SiteLinks(theme(fields)), time.now())
        .map(PageRoom::answer);
  }

  /** Where a fingerprint is written in another form, its page has one address still. */
  private static Optional<Answer> proper(Ask ask) {
    var named = RELAY.matcher(ask.path());
    if (!named.matches()
        || ask.path().equals(proper(named.group(1), named.group(2), named.group(3)))) {
      return Optional.empty();
    }
    var place =
        new Place(proper(named.group(1), named.group(2), named.group(3)), first(ask.parameters()));
    var query = SiteLinks.query(place);
    var location = query.isEmpty() ? place.path() : place.path() + "?" + query;
    return Optional.of(new Answer(301, Map.of("Location", location), new byte[0]));
  }

  private static String proper(
      String kind, String digits, @org.jspecify.annotations.Nullable String rest) {
    return "/" + kind + "/" + digits.toUpperCase(Locale.ROOT) + (rest == null ? "" : rest);
  }

  private Answer shown(Ask ask) {
    var now = time.now();
    var place = new Place(ask.path(), first(ask.parameters()));
    if (Pledges.isAt(place)) {
      return answer(page(place, now)); // Changes with each pledge that comes in.
    }
    var key = pages.board().snapshot().number() + " " + minute(now) + " " + place;
    return answer(shelf.get(key, () -> page(place, now)));
  }

  private static long minute(Instant now) {
    return now.getEpochSecond() / 60;
  }

  private static Map<String, String> first(Map<String, List<String>> all) {
    var first = new LinkedHashMap<String, String>();
    all.forEach((name, values) -> first.put(name, values.getFirst()));
    return first;
  }

  private Page page(Place place, Instant now) {
    return pages.page(place, new SiteLinks(theme(place.parameters())), now);
  }

  private static Answer answer(Page page) {
    return new Answer(
        page.status(),
        Map.of(
            "Content-Type", page.type(),
            "ETag", "W/\"" + page.version() + "\"",
            "Cache-Control", page.lasting().words()),
        page.bytes());
  }

  private static Optional<Theme> theme(Map<String, String> asked) {
    return Optional.ofNullable(asked.get("theme")).flatMap(PageRoom::theme);
  }

  private static Optional<Theme> theme(String key) {
    return switch (key) {
      case "light" -> Optional.of(Theme.LIGHT);
      case "dark" -> Optional.of(Theme.DARK);
      default -> Optional.empty();
    };
  }
}
