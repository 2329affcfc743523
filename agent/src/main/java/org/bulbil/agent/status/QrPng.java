package org.bulbil.agent.status;

import io.nayuki.qrcodegen.QrCode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A QR code as a black-and-white PNG (W3C PNG, third edition), since Tor Browser's safest setting
 * shows no SVG, and the JDK's own encoder would bring java.desktop to the server.
 */
final class QrPng {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** Light modules around the code (ISO 18004 asks for four). */
  private static final int BORDER = 4;

  private QrPng() {}

  /**
   * The image.
   *
   * @param scale pixels for one module
   */
  static byte[] of(String text, int scale) {
    var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    var size = (code.size + 2 * BORDER) * scale;
    var out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    chunk(out, "IHDR", header(size));
    chunk(out, "IDAT", deflated(pixels(code, scale, size)));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** One bit of grey for each pixel, no interlacing. */
  private static byte[] header(int size) {
    return ByteBuffer.allocate(13)
        .putInt(size)
        .putInt(size)
        .put(new byte[] {1, 0, 0, 0, 0})
        .array();
  }

  private static byte[] pixels(QrCode code, int scale, int size) {
    var rowBytes = 1 + (size + 7) / 8;
    var rows = new byte[size * rowBytes];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        if (!code.getModule(x / scale - BORDER, y / scale - BORDER)) {
          rows[y * rowBytes + 1 + x / 8] |= (byte) (0x80 >>> (x % 8));
        }
      }
    }
    return rows;
  }

  private static byte[] deflated(byte[] bytes) {
    try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(bytes);
      deflater.finish();
      var out = new ByteArrayOutputStream();
      var buffer = new byte[4096];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] body) {
    var typed = ByteBuffer.allocate(4 + body.length);
    typed.put(type.getBytes(StandardCharsets.US_ASCII)).put(body);
    var crc = new CRC32();
    crc.update(typed.array());
    out.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
    out.writeBytes(typed.array());
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
