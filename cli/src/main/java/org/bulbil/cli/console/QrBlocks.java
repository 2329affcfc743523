package org.bulbil.cli.console;

import io.nayuki.qrcodegen.QrCode;
import java.util.ArrayList;
import java.util.List;

/**
 * A QR code for a terminal: two rows of modules in a line of half blocks. Light modules are drawn,
 * with a border, so that it can be scanned from dark terminals; most readers also take it from
 * light ones, where it is inverted.
 */
public final class QrBlocks {

  /** Light modules around the code: half of what ISO 18004 asks for, and enough for phones. */
  private static final int BORDER = 2;

  private QrBlocks() {}

  public static List<String> of(String text) {
    var code = QrCode.encodeText(text, QrCode.Ecc.LOW);
    var lines = new ArrayList<String>();
    for (int y = -BORDER; y < code.size + BORDER; y += 2) {
      var line = new StringBuilder();
      for (int x = -BORDER; x < code.size + BORDER; x++) {
        line.append(block(isLight(code, x, y), isLight(code, x, y + 1)));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static boolean isLight(QrCode code, int x, int y) {
    return y < code.size + BORDER && !code.getModule(x, y);
  }

  private static char block(boolean upper, boolean lower) {
    if (upper) {
      return lower ? '█' : '▀';
    }
    return lower ? '▄' : ' ';
  }
}
