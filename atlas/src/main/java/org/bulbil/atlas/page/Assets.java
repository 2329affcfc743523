package org.bulbil.atlas.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bulbil.core.picture.Png;

/** Style, script and their like, read once; their addresses change with their content. */
final class Assets {

  private static final Map<String, String> TYPES =
      Map.of(
          "style.css", "text/css; charset=utf-8",
          "atlas.js", "text/javascript; charset=utf-8",
          "uplot.js", "text/javascript; charset=utf-8",
          "uplot.css", "text/css; charset=utf-8",
          "uplot-licence.txt", "text/plain; charset=utf-8");

  private static final Map<String, Asset> ASSETS = all();

  private Assets() {}

  /**
   * A file that pages refer to.
   *
   * @param version of its content
   */
  @SuppressWarnings("ArrayRecordComponent") // Bytes that are sent as they are and never compared.
  record Asset(String type, String version, byte[] bytes) {}

  static Optional<Asset> asset(String name) {
    return Optional.ofNullable(ASSETS.get(name));
  }

  static Place place(String name) {
    return Place.asset(name, asset(name).orElseThrow().version());
  }

  private static Map<String, Asset> all() {
    var all = new java.util.HashMap<String, Asset>();
    TYPES.forEach((name, type) -> all.put(name, read(name, type)));
    var icon = Png.of(Icon.picture());
    all.put("icon.png", new Asset("image/png", Versions.of(icon), icon));
    return Map.copyOf(all);
  }

  private static Asset read(String name, String type) {
    try (var in = Assets.class.getResourceAsStream(name)) {
      var bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new Asset(type, Versions.of(bytes), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
