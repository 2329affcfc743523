package org.bulbil.atlas.page;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Links from one file to another, relative, so that a folder of them can lie anywhere. Whoever
 * writes the folder is told what is referred to, so that no link leads nowhere.
 */
final class FileLinks implements Links {

  private final Path from;
  private final Consumer<Place> referred;

  /** Links of the file of {@code from}. */
  FileLinks(Place from, Consumer<Place> referred) {
    this.from = Path.of("/").resolve(fileName(from)).resolve("..").normalize();
    this.referred = referred;
  }

  /** Of a page or picture, below the folder: {@code relay/FINGERPRINT.html}. */
  static String fileName(Place place) {
    var path = place.path().substring(1);
    if (path.isEmpty()) {
      return ListQuery.fileName(place.parameters());
    }
    return path.indexOf('.') > 0 ? path : path + ".html";
  }

  @Override
  public String to(Place place) {
    referred.accept(place);
    return from.relativize(Path.of("/" + fileName(place))).toString();
  }

  @Override
  public boolean isLive() {
    return false;
  }
}
