package org.bulbil.agent.status;

import io.nayuki.qrcodegen.QrCode;
import org.bulbil.core.picture.Picture;
import org.bulbil.core.picture.Png;

/** A QR code as a PNG, since Tor Browser's safest setting shows no SVG. */
final class QrPng {

  private QrPng() {}

  /**
   * The image.
   *
   * @param scale pixels for one module
   */
  static byte[] of(String text, int scale) {
    var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    return Png.of(Picture.ofCode(code.size, scale, code::getModule));
  }
}
