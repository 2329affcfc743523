package org.bulbil.atlas.page;

import java.util.List;
import org.bulbil.core.picture.Picture;
import org.bulbil.core.picture.Picture.Colour;

/** The mark of the site in a browser's tab: a bulb with two rings. */
final class Icon {

  private static final int SIDE = 32;

  private Icon() {}

  static Picture picture() {
    var picture =
        new Picture(
            SIDE, SIDE, List.of(new Colour(0xfbfaf5), new Colour(0x2b6b2f), new Colour(0x8ccf7e)));
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double distance = Math.hypot(x - 15.5, y - 15.5);
        if (distance < 15) {
          picture.fill(x, y, 1, 1, (int) (distance / 4) % 2 == 0 ? 2 : 1);
        }
      }
    }
    return picture;
  }
}
