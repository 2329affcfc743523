package org.bulbil.core.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a picture as an indexed PNG (W3C PNG, third edition) of 1, 2, 4 or 8 bits a pixel, with
 * nothing in it that could differ between two writings.
 */
public final class Png {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte INDEXED = 3;

  /** Length, type and checksum of a chunk. */
  private static final int CHUNK_FRAME = 12;

  private Png() {}

  public static byte[] of(Picture picture) {
    int depth = depth(picture.palette().size());
    var header = header(picture, depth);
    var palette = palette(picture);
    var pixels = deflated(rows(picture, depth));
    int length = SIGNATURE.length + 4 * CHUNK_FRAME + header.length + palette.length;
    var out = ByteBuffer.allocate(length + pixels.length).put(SIGNATURE);
    chunk(out, "IHDR", header);
    chunk(out, "PLTE", palette);
    chunk(out, "IDAT", pixels);
    chunk(out, "IEND", new byte[0]);
    return out.array();
  }

  private static int depth(int colours) {
    if (colours <= 2) {
      return 1;
    }
    if (colours <= 4) {
      return 2;
    }
    return colours <= 16 ? 4 : 8;
  }

  /** Deflate, the one filter method, no interlacing. */
  private static byte[] header(Picture picture, int depth) {
    return ByteBuffer.allocate(13)
        .putInt(picture.width())
        .putInt(picture.height())
        .put(new byte[] {(byte) depth, INDEXED, 0, 0, 0})
        .array();
  }

  private static byte[] palette(Picture picture) {
    var bytes = ByteBuffer.allocate(3 * picture.palette().size());
    for (var colour : picture.palette()) {
      bytes
          .put((byte) (colour.rgb() >> 16))
          .put((byte) (colour.rgb() >> 8))
          .put((byte) colour.rgb());
    }
    return bytes.array();
  }

  /** Each row begins with its filter: none, which is best for few colours (PNG §12.7). */
  private static byte[] rows(Picture picture, int depth) {
    int perByte = 8 / depth;
    int stride = 1 + (picture.width() + perByte - 1) / perByte;
    var rows = new byte[stride * picture.height()];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int shift = 8 - depth * (1 + x % perByte);
        rows[y * stride + 1 + x / perByte] |= (byte) (picture.at(x, y) << shift);
      }
    }
    return rows;
  }

  private static byte[] deflated(byte[] bytes) {
    try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(bytes);
      deflater.finish();
      // What does not shrink grows by five bytes for each 16 KiB, and a frame.
      var out = new byte[bytes.length + bytes.length / 1000 + 64];
      int length = deflater.deflate(out);
      return Arrays.copyOf(out, length);
    }
  }

  private static void chunk(ByteBuffer out, String type, byte[] body) {
    var name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(body);
    out.putInt(body.length).put(name).put(body).putInt((int) crc.getValue());
  }
}
