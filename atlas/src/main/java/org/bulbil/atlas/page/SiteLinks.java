package org.bulbil.atlas.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bulbil.atlas.chart.Theme;

/**
 * Links of a server, which keep the reader's choice of light or dark.
 *
 * @param theme empty where the browser decides
 */
record SiteLinks(Optional<Theme> theme) implements Links {

  @Override
  public String to(Place place) {
    var kept =
        theme
            .filter(_ -> !place.parameters().containsKey("v"))
            .map(chosen -> place.with("theme", chosen.key()))
            .orElse(place);
    return kept.parameters().isEmpty() ? kept.path() : kept.path() + "?" + query(kept);
  }

  /** Parameters as an HTML form would send them. */
  static String query(Place place) {
    return place.parameters().entrySet().stream()
        .map(
            e ->
                URLEncoder.encode(e.getKey(), UTF_8) + "=" + URLEncoder.encode(e.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Where programs find what a search finds. */
  static String json(Map<String, String> asked) {
    var place = new Place("/details", asked).with("limit", "100");
    return place.path() + "?" + query(place);
  }

  @Override
  public boolean isLive() {
    return true;
  }
}
