package org.bulbil.atlas.page;

/** How one page refers to another. */
public sealed interface Links permits SiteLinks, FileLinks {

  /** The reference, not yet escaped for HTML. */
  String to(Place place);

  /** Whether somebody answers: searches, other orders and JSON. Files answer nothing. */
  boolean isLive();
}
