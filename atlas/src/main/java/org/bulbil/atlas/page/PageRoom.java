package org.bulbil.atlas.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.bulbil.atlas.chart.Theme;
import org.bulbil.atlas.web.Answer;
import org.bulbil.atlas.web.Ask;
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
  private final Shelf shelf = new Shelf(SHELF_BYTES);

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

  /** Where a fingerprint is written in another form, its page has one address still. */
  private static Optional<Answer> proper(Ask ask) {
    var named = RELAY.matcher(ask.path());
    if (!named.matches()
        || ask.path().equals(proper(named.group(1), named.group(2), named.group(3)))) {
      return Optional.empty();
    }
    var place = new Place(proper(named.group(1), named.group(2), named.group(3)), first(ask));
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
    var place = new Place(ask.path(), first(ask));
    var packed = ask.header("accept-encoding").orElse("").contains("gzip");
    var key = pages.board().snapshot().number() + " " + minute(now) + " " + packed + " " + place;
    var answer = shelf.get(key, () -> answer(place, now, packed));
    return isKnown(ask, answer) ? new Answer(304, answer.headers(), new byte[0]) : answer;
  }

  private static long minute(Instant now) {
    return now.getEpochSecond() / 60;
  }

  private static Map<String, String> first(Ask ask) {
    var first = new LinkedHashMap<String, String>();
    ask.parameters().forEach((name, values) -> first.put(name, values.getFirst()));
    return first;
  }

  private Answer answer(Place place, Instant now, boolean packed) {
    var theme = Optional.ofNullable(place.parameters().get("theme")).flatMap(PageRoom::theme);
    var page = pages.page(place, new SiteLinks(theme), now);
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", page.type());
    headers.put("ETag", "W/\"" + Versions.of(page.bytes()) + "\"");
    headers.put("Vary", "Accept-Encoding");
    headers.put(
        "Cache-Control",
        switch (page.lasting()) {
          case FOR_EVER -> "public, max-age=31536000, immutable";
          case A_MINUTE -> "public, max-age=60";
        });
    if (!packed || page.type().startsWith("image/")) {
      return new Answer(page.status(), headers, page.bytes());
    }
    headers.put("Content-Encoding", "gzip");
    return new Answer(page.status(), headers, packed(page.bytes()));
  }

  private static Optional<Theme> theme(String key) {
    return switch (key) {
      case "light" -> Optional.of(Theme.LIGHT);
      case "dark" -> Optional.of(Theme.DARK);
      default -> Optional.empty();
    };
  }

  private static boolean isKnown(Ask ask, Answer answer) {
    var tag = answer.headers().get("ETag");
    return answer.status() == 200
        && tag != null
        && ask.header("if-none-match").map(known -> known.contains(tag)).orElse(false);
  }

  private static byte[] packed(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length / 4);
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
