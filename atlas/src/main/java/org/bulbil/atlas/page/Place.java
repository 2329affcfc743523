package org.bulbil.atlas.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bulbil.atlas.chart.Theme;
import org.bulbil.atlas.history.Span;
import org.bulbil.tor.Fingerprint;

/**
 * Where a page or picture is found, however it is reached.
 *
 * @param path begins with a slash; made by us, so that it needs no escaping
 * @param parameters in their order, decoded
 */
record Place(String path, Map<String, String> parameters) {

  static final Place HOME = new Place("/");
  static final Place LINEAGE = new Place("/lineage");
  static final Place TIP = new Place("/tip");
  static final Place PLEDGES = new Place("/pledges");
  static final Place LISTED = new Place("/listed");
  static final Place ABOUT = new Place("/about");
  static final Place FEED = new Place("/feed.atom");

  Place {
    parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  Place(String path) {
    this(path, Map.of());
  }

  static Place relay(Fingerprint relay) {
    return new Place("/relay/" + relay);
  }

  static Place family(Fingerprint relay) {
    return new Place("/family/" + relay);
  }

  /** Of the address that gifts to a relay go to. */
  static Place code(Fingerprint relay) {
    return new Place("/relay/" + relay + "/qr.png");
  }

  /**
   * A chart.
   *
   * @param version of what it shows, so that it can be kept for ever
   */
  static Place chart(Fingerprint relay, Quantity quantity, Span span, Theme theme, String version) {
    var name = quantity.key() + "-" + span.key() + "-" + theme.key() + ".png";
    return new Place("/relay/" + relay + "/" + name, Map.of("v", version));
  }

  static Place asset(String name, String version) {
    return new Place("/assets/" + name, Map.of("v", version));
  }

  /** The same with one parameter more, or another one. */
  Place with(String name, String value) {
    var more = new LinkedHashMap<>(parameters);
    more.put(name, value);
    return new Place(path, more);
  }
}
