package org.bulbil.evolve.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import javax.imageio.ImageIO;

/**
 * Makes the letters that plots are written with, on a machine that has the font DejaVu Sans (free
 * licence of Bitstream Vera): {@code letters.png}, grey on black in square cells, and {@code
 * letters.txt}, each letter with its width. The argument is the folder of the resources.
 */
final class LetteringMaker {

  private static final int SIZE = 24;
  private static final String BEYOND_ASCII = "±·–—×≥≤…μρη°→";

  private LetteringMaker() {}

  public static void main(String[] arguments) throws IOException {
    var letters = new StringBuilder();
    for (char c = ' '; c < 0x7f; c++) {
      letters.append(c);
    }
    draw(letters.append(BEYOND_ASCII).toString(), Path.of(arguments[0]));
  }

  private static void draw(String letters, Path folder) throws IOException {
    int rows = Math.ceilDiv(letters.length(), Lettering.COLUMNS);
    int cell = Lettering.CELL;
    var image =
        new BufferedImage(Lettering.COLUMNS * cell, rows * cell, BufferedImage.TYPE_BYTE_GRAY);
    var pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setFont(new Font("DejaVu Sans", Font.PLAIN, SIZE));
    pen.setColor(Color.WHITE);
    var widths = new ArrayList<String>();
    for (int i = 0; i < letters.length(); i++) {
      var letter = letters.substring(i, i + 1);
      int x = i % Lettering.COLUMNS * cell + Lettering.MARGIN;
      pen.drawString(letter, x, i / Lettering.COLUMNS * cell + Lettering.BASELINE);
      widths.add(letter + " " + pen.getFontMetrics().stringWidth(letter));
    }
    ImageIO.write(image, "png", folder.resolve("letters.png").toFile());
    Files.write(folder.resolve("letters.txt"), widths);
  }
}
