package org.bulbil.core.picture;

import java.util.Arrays;
import java.util.List;

/**
 * Pixels of at most 256 colours, which is painted on and then written. What is painted beyond its
 * edges is lost. Not for several threads.
 */
public final class Picture {

  /** Pixels of a side: far more than a page shows, and an array that fits in memory. */
  private static final int SIDE_MAX = 4096;

  /** Light modules around a QR code (ISO 18004 asks for four). */
  private static final int QUIET_ZONE = 4;

  private final int width;
  private final int height;
  private final List<Colour> palette;
  private final byte[] pixels;

  /** A colour of 24 bits, {@code 0xRRGGBB}. */
  public record Colour(int rgb) {

    public Colour {
      if (rgb < 0 || rgb > 0xffffff) {
        throw new IllegalArgumentException("a colour has 24 bits, not " + Integer.toHexString(rgb));
      }
    }
  }

  /** What is at a place, in a square of modules. */
  @FunctionalInterface
  public interface Modules {

    /** Whether that module is dark; light beyond the edges. */
    boolean isDark(int x, int y);
  }

  /**
   * One that has the palette's first colour everywhere.
   *
   * @param palette 1 to 256 colours; they are painted by their place in it
   */
  public Picture(int width, int height, List<Colour> palette) {
    if (width < 1 || width > SIDE_MAX || height < 1 || height > SIDE_MAX) {
      throw new IllegalArgumentException("a picture of " + width + " x " + height);
    }
    if (palette.isEmpty() || palette.size() > 256) {
      throw new IllegalArgumentException("1 to 256 colours, not " + palette.size());
    }
    this.width = width;
    this.height = height;
    this.palette = List.copyOf(palette);
    this.pixels = new byte[width * height];
  }

  /**
   * A QR code in black on white, with the quiet zone that readers need.
   *
   * @param size modules of a side
   * @param scale pixels for one module
   */
  public static Picture ofCode(int size, int scale, Modules modules) {
    int side = (size + 2 * QUIET_ZONE) * scale;
    var picture = new Picture(side, side, List.of(new Colour(0xffffff), new Colour(0)));
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        if (modules.isDark(x, y)) {
          picture.fill((x + QUIET_ZONE) * scale, (y + QUIET_ZONE) * scale, scale, scale, 1);
        }
      }
    }
    return picture;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public List<Colour> palette() {
    return palette;
  }

  /** Which colour of the palette a pixel inside has. */
  public int at(int x, int y) {
    return pixels[y * width + x] & 0xff;
  }

  /**
   * Fills a rectangle, as far as it lies inside.
   *
   * @param colour its place in the palette
   */
  public void fill(int left, int top, int wide, int high, int colour) {
    if (colour < 0 || colour >= palette.size()) {
      throw new IllegalArgumentException("no colour " + colour + " of " + palette.size());
    }
    int from = Math.clamp(left, 0, width);
    int to = Math.clamp((long) left + wide, from, width);
    int bottom = Math.clamp((long) top + high, 0, height);
    for (int y = Math.max(0, top); y < bottom; y++) {
      Arrays.fill(pixels, y * width + from, y * width + to, (byte) colour);
    }
  }
}
