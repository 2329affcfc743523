package org.bulbil.atlas.page;

import java.time.Instant;
import java.util.Optional;

/** Somebody's look at a place, at one moment, of one snapshot. */
record Visit(Place place, Links links, Instant now, Board board, Site site) {

  /** Of the snapshot. */
  long number() {
    return board.snapshot().number();
  }

  /** What stands around the page. */
  Frame frame(String title) {
    return new Frame(
        title, place, links, site, Freshness.of(board.snapshot(), now), Optional.empty());
  }

  /** A page that says why there is no other. */
  Page sorry(int status, String title, String words) {
    return Page.html(status, Html.sorry(frame(title), words));
  }
}
