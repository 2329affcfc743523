package org.bulbil.evolve.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** What plots are drawn on: a picture whose pixels are half as large as those of a page. */
final class Canvas {

  static {
    System.setProperty("java.awt.headless", "true"); // else a display is looked for
    ImageIO.setUseCache(false); // else a hook is added, which fails after Ctrl-C
  }

  /** Where a text is to be put, seen from the point that is given for it. */
  enum Anchor {
    LEFT,
    MIDDLE,
    RIGHT
  }

  /** A place on the canvas; y grows downwards. */
  record Point(double x, double y) {}

  private static final float THIN = 1.5f;
  private static final float THICK = 3.5f;

  private final Theme theme;
  private final BufferedImage image;
  private final Graphics2D pen;

  Canvas(Theme theme, int width, int height) {
    this.theme = theme;
    this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    this.pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setColor(theme.paper());
    pen.fillRect(0, 0, width, height);
  }

  Theme theme() {
    return theme;
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  void text(String words, double x, double y, Anchor anchor, Color ink) {
    int width = Lettering.here().width(words);
    int left =
        (int)
            switch (anchor) {
              case LEFT -> x;
              case MIDDLE -> x - width / 2.0;
              case RIGHT -> x - width;
            };
    Lettering.here().write(words, left, (int) y, ink, image);
  }

  void rule(Point from, Point to, Color ink) {
    pen.setColor(ink);
    pen.setStroke(new BasicStroke(THIN));
    pen.draw(new Line2D.Double(from.x(), from.y(), to.x(), to.y()));
  }

  void curve(List<Point> points, Hue hue) {
    pen.setColor(theme.of(hue));
    var dashes = hue.dashes();
    pen.setStroke(
        new BasicStroke(
            THICK,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            1,
            dashes.length == 0 ? null : dashes,
            0));
    pen.draw(path(points));
  }

  /** Fills what the points enclose, so that what is behind it can still be seen. */
  void area(List<Point> outline, Hue hue) {
    var shape = path(outline);
    shape.closePath();
    pen.setColor(theme.band(hue));
    pen.fill(shape);
  }

  private static Path2D path(List<Point> points) {
    var path = new Path2D.Double();
    path.moveTo(points.getFirst().x(), points.getFirst().y());
    points.forEach(point -> path.lineTo(point.x(), point.y()));
    return path;
  }

  byte[] png() {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory refused a picture", e);
    }
    return out.toByteArray();
  }
}
