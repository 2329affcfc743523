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

  /** The filter of a row (PNG §9.2). */
  private static final byte UP = 2;

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

  /** Rows as differences to the row above: of charts and codes most are then nothing at all. */
  private static byte[] rows(Picture picture, int depth) {
    int perByte = 8 / depth;
    int stride = (picture.width() + perByte - 1) / perByte;
    var rows = new byte[(1 + stride) * picture.height()];
    var above = new byte[stride];
    for (int y = 0; y < picture.height(); y++) {
      var row = row(picture, y, depth, stride);
      rows[y * (1 + stride)] = UP;
      for (int i = 0; i < stride; i++) {
        rows[y * (1 + stride) + 1 + i] = (byte) (row[i] - above[i]);
      }
      above = row;
    }
    return rows;
  }

  private static byte[] row(Picture picture, int y, int depth, int stride) {
    int perByte = 8 / depth;
    var row = new byte[stride];
    for (int x = 0; x < picture.width(); x++) {
      row[x / perByte] |= (byte) (picture.at(x, y) << (8 - depth * (1 + x % perByte)));
    }
    return row;
  }

  /** The usual level: the best one takes twelve times as long and saves a sixth. */
  private static byte[] deflated(byte[] bytes) {
    try (var deflater = new Deflater()) {
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
