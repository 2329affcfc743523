package org.bulbil.atlas.chart;

import io.nayuki.qrcodegen.QrCode;
import org.bulbil.core.picture.Picture;
import org.bulbil.core.picture.Png;

/** QR codes as pictures. */
public final class Codes {

  /** Pixels of a module: a phone reads it from a screen at arm's length. */
  private static final int SCALE = 5;

  private Codes() {}

  /**
   * A PNG.
   *
   * @param text at most a few hundred characters
   */
  public static byte[] png(String text) {
    var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    return Png.of(Picture.ofCode(code.size, SCALE, code::getModule));
  }
}
