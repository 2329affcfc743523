package org.bulbil.atlas.page;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bulbil.atlas.chart.Chart;
import org.bulbil.atlas.chart.Theme;
import org.bulbil.atlas.history.Span;
import org.bulbil.tor.Fingerprint;

/** Makes pictures of graphs. */
final class Pictures {

  private static final Pattern NAME =
      Pattern.compile("([a-z]{1,20})-([0-9a-z_]{1,20})-(light|dark)\\.png");

  private final Histories histories;

  Pictures(Histories histories) {
    this.histories = histories;
  }

  /**
   * A chart; empty where there is none of that name.
   *
   * @param name {@code bandwidth-1_month-dark.png}
   * @param visit at a place with the version that the page has named
   */
  Optional<Page> chart(Fingerprint relay, String name, Visit visit) {
    var parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var theme = parts.group(3).equals("dark") ? Theme.DARK : Theme.LIGHT;
    return quantity(parts.group(1))
        .flatMap(
            quantity ->
                span(parts.group(2))
                    .flatMap(
                        span -> new Graphs(histories, relay, visit.number()).chart(quantity, span)))
        .map(chart -> page(chart, theme, visit.place()));
  }

  /** Another version than the page named is not kept: its address would name another content. */
  private static Page page(Chart chart, Theme theme, Place place) {
    boolean isNamed = Graphs.version(chart).equals(place.parameters().get("v"));
    return new Page(
        200,
        "image/png",
        chart.png(theme),
        isNamed ? Page.Lasting.FOR_EVER : Page.Lasting.A_MINUTE);
  }

  private static Optional<Quantity> quantity(String key) {
    return Arrays.stream(Quantity.values()).filter(one -> one.key().equals(key)).findFirst();
  }

  private static Optional<Span> span(String key) {
    return Arrays.stream(Span.values()).filter(one -> one.key().equals(key)).findFirst();
  }
}
