package org.bulbil.atlas.page;

import java.util.List;

/** The campaigns that can be pledged for. */
public record PledgesPage(Frame frame, List<Line> campaigns) {

  /** One of them. */
  public record Line(String title, String href, String state) {}
}
