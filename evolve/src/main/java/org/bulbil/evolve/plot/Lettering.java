package org.bulbil.evolve.plot;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/**
 * Letters as pictures of 24 pixels, which need no font of the machine. A letter that it does not
 * know is drawn as a question mark.
 */
final class Lettering {

  /** Letters in a row of the picture. */
  static final int COLUMNS = 16;

  /** Pixels from one letter of the picture to the next, in both directions. */
  static final int CELL = 36;

  /** Pixels that a letter may reach to the left of its place. */
  static final int MARGIN = 4;

  /** Pixels from the top of a cell to the line that letters stand on. */
  static final int BASELINE = 26;

  /** Pixels from that line to the top of a capital. */
  static final int CAPITAL = 18;

  private static final Lettering ONLY = read();

  /** A letter's number in the picture, and its width in pixels. */
  private record Letter(int number, int width) {}

  private final BufferedImage picture;
  private final Map<Integer, Letter> letters;

  private Lettering(BufferedImage picture, Map<Integer, Letter> letters) {
    this.picture = picture;
    this.letters = letters;
  }

  static Lettering here() {
    return ONLY;
  }

  private static Lettering read() {
    try (var picture = resource("letters.png");
        var widths = resource("letters.txt")) {
      var letters = new HashMap<Integer, Letter>();
      for (var line : new String(widths.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (!line.isEmpty()) {
          letters.put(
              line.codePointAt(0), new Letter(letters.size(), Integer.parseInt(line.substring(2))));
        }
      }
      return new Lettering(ImageIO.read(picture), letters);
    } catch (IOException e) {
      throw new UncheckedIOException("the letters of plots cannot be read", e);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        Lettering.class.getResourceAsStream(name), name + " is missing in the jar");
  }

  /** Pixels that a text takes. */
  int width(String text) {
    return text.codePoints().map(point -> letter(point).width()).sum();
  }

  private Letter letter(int codePoint) {
    var known = letters.get(codePoint);
    return known != null ? known : Objects.requireNonNull(letters.get((int) '?'));
  }

  /** Writes a text whose first letter stands at {@code x} on the line {@code y}. */
  void write(String text, int x, int y, Color ink, BufferedImage target) {
    int at = x;
    for (int point : text.codePoints().toArray()) {
      var letter = letter(point);
      print(letter.number(), at - MARGIN, y - BASELINE, ink, target);
      at += letter.width();
    }
  }

  private void print(int number, int left, int top, Color ink, BufferedImage target) {
    int fromX = number % COLUMNS * CELL;
    int fromY = number / COLUMNS * CELL;
    for (int y = 0; y < CELL; y++) {
      for (int x = 0; x < CELL; x++) {
        int cover = picture.getRaster().getSample(fromX + x, fromY + y, 0);
        boolean within =
            left + x >= 0
                && left + x < target.getWidth()
                && top + y >= 0
                && top + y < target.getHeight();
        if (cover > 0 && within) {
          target.setRGB(left + x, top + y, mixed(target.getRGB(left + x, top + y), ink, cover));
        }
      }
    }
  }

  private static int mixed(int below, Color ink, int cover) {
    return part(below >> 16, ink.getRed(), cover) << 16
        | part(below >> 8, ink.getGreen(), cover) << 8
        | part(below, ink.getBlue(), cover);
  }

  private static int part(int below, int ink, int cover) {
    return ((below & 0xff) * (255 - cover) + ink * cover) / 255;
  }
}
