package org.bulbil.atlas.page;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All pages as files, found by following their links from the list of relays: what is linked is
 * there. Pages of one moment, as long as it takes to write them.
 */
public final class Walk {

  private final Pages pages;
  private final Instant now;
  private final Set<String> known = new HashSet<>();
  private final Deque<Place> waiting = new ArrayDeque<>();

  /** Where files go. */
  public interface Sink {

    /**
     * Takes a file.
     *
     * @param name relative, with slashes
     * @param left pages that are known and not written yet
     */
    void file(String name, byte[] bytes, int left) throws IOException;
  }

  public Walk(Pages pages, Instant now) {
    this.pages = pages;
    this.now = now;
  }

  /** Hands every file to {@code sink}, once. */
  public void to(Sink sink) throws IOException {
    refer(Place.HOME);
    while (!waiting.isEmpty()) {
      var place = waiting.removeFirst();
      for (var picture : write(place, sink)) {
        write(picture, sink);
      }
    }
  }

  /** Pictures of a relay are linked from its page only, so that none need be remembered. */
  private List<Place> write(Place place, Sink sink) throws IOException {
    var pictures = new ArrayList<Place>();
    var links = new FileLinks(place, there -> refer(there, pictures));
    var page = pages.page(place, links, now);
    if (page.status() != 200) {
      throw new IllegalStateException("a link leads to " + place + ", where nothing is");
    }
    sink.file(FileLinks.fileName(place), page.bytes(), waiting.size());
    return pictures;
  }

  private void refer(Place place, List<Place> pictures) {
    if (place.path().startsWith("/relay/") && place.path().endsWith(".png")) {
      pictures.add(place);
    } else {
      refer(place);
    }
  }

  private void refer(Place place) {
    if (known.add(FileLinks.fileName(place))) {
      waiting.add(place);
    }
  }
}
