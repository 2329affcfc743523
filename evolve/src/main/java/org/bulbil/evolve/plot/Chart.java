package org.bulbil.evolve.plot;

import java.util.ArrayList;
import java.util.List;
import org.bulbil.evolve.plot.Canvas.Anchor;
import org.bulbil.evolve.plot.Canvas.Point;

/**
 * Curves over two axes, with a legend above.
 *
 * @param xLabel what the horizontal axis counts
 * @param yLabel what the vertical axis counts
 * @param curves with the most important one last, which is drawn on top
 */
public record Chart(String xLabel, String yLabel, List<Curve> curves, Floor floor) {

  /** Where the vertical axis begins. */
  public enum Floor {
    /** At zero. */
    ZERO,
    /** Where the values begin. */
    LEAST
  }

  private static final int WIDTH = 1600;
  private static final int HEIGHT = 860;

  public Chart {
    curves = List.copyOf(curves);
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("a chart must have a curve");
    }
  }

  /** As a PNG of 1600 × 860 pixels, for a page on which it is half as wide. */
  public byte[] png(Theme theme) {
    var canvas = new Canvas(theme, WIDTH, HEIGHT);
    draw(new Frame(canvas, 0, 0, WIDTH, HEIGHT));
    return canvas.png();
  }

  /** Draws itself into a part of a canvas. */
  void draw(Frame frame) {
    var x = Axis.around(xLabel, 0, curves.stream().mapToDouble(Chart::end).max().orElse(1));
    double least = curves.stream().mapToDouble(Curve::least).min().orElse(0);
    double most = curves.stream().mapToDouble(Curve::most).max().orElse(1);
    var y = Axis.around(yLabel, floor == Floor.ZERO ? Math.min(0, least) : least, most);
    var plane = new Plane(frame, new Axis(xLabel, 0, end(x)), y);
    plane.draw();
    plane.legend(curves);
    curves.forEach(curve -> band(curve, plane));
    curves.forEach(curve -> plane.canvas().curve(points(curve, plane), curve.hue()));
  }

  private double end(Axis round) {
    double end = curves.stream().mapToDouble(Chart::end).max().orElse(1);
    return end > 0 ? end : round.most();
  }

  private static double end(Curve curve) {
    return curve.xs().getLast();
  }

  private static List<Point> points(Curve curve, Plane plane) {
    var points = new ArrayList<Point>();
    for (int i = 0; i < curve.xs().size(); i++) {
      points.add(plane.point(curve.xs().get(i), curve.values().get(i).value()));
    }
    return points;
  }

  private static void band(Curve curve, Plane plane) {
    var outline = new ArrayList<Point>();
    for (int i = 0; i < curve.xs().size(); i++) {
      outline.add(plane.point(curve.xs().get(i), Curve.top(curve.values().get(i))));
    }
    for (int i = curve.xs().size() - 1; i >= 0; i--) {
      outline.add(plane.point(curve.xs().get(i), Curve.bottom(curve.values().get(i))));
    }
    plane.canvas().area(outline, curve.hue());
  }

  /** A part of a canvas. */
  record Frame(Canvas canvas, int left, int top, int width, int height) {}

  /** The space between two axes. */
  private record Plane(Frame frame, Axis x, Axis y) {

    private static final int LEFT = 120;
    private static final int RIGHT = 40;
    private static final int TOP = 110;
    private static final int BOTTOM = 90;
    private static final int GAP = 12;
    private static final int SAMPLE = 60;

    Canvas canvas() {
      return frame.canvas();
    }

    Point point(double valueX, double valueY) {
      return new Point(
          frame.left() + LEFT + x.place(valueX) * (frame.width() - LEFT - RIGHT),
          frame.top() + TOP + (1 - y.place(valueY)) * (frame.height() - TOP - BOTTOM));
    }

    void draw() {
      var theme = canvas().theme();
      for (double number : y.numbers()) {
        var from = point(x.least(), number);
        canvas().rule(from, point(x.most(), number), theme.grid());
        double middle = from.y() + Lettering.CAPITAL / 2.0;
        canvas().text(y.inWords(number), from.x() - GAP, middle, Anchor.RIGHT, theme.quiet());
      }
      for (double number : x.numbers()) {
        var foot = point(number, y.least());
        canvas().rule(foot, new Point(foot.x(), foot.y() + GAP), theme.quiet());
        canvas()
            .text(
                x.inWords(number),
                foot.x(),
                foot.y() + GAP + Lettering.CAPITAL + GAP / 2.0,
                Anchor.MIDDLE,
                theme.quiet());
      }
      canvas().rule(point(x.least(), y.least()), point(x.most(), y.least()), theme.quiet());
      labels(theme);
    }

    private void labels(Theme theme) {
      int left = frame.left();
      canvas().text(y.label(), left + GAP, frame.top() + 32.0, Anchor.LEFT, theme.ink());
      double right = (double) left + frame.width() - RIGHT;
      double bottom = (double) frame.top() + frame.height() - GAP;
      canvas().text(x.label(), right, bottom, Anchor.RIGHT, theme.ink());
    }

    /** A sample of each curve with its name, the most important one first. */
    void legend(List<Curve> curves) {
      double left = frame.left() + LEFT;
      double line = frame.top() + 74;
      for (var curve : curves.reversed()) {
        double middle = line - Lettering.CAPITAL / 2.0;
        canvas()
            .curve(List.of(new Point(left, middle), new Point(left + SAMPLE, middle)), curve.hue());
        left += SAMPLE + GAP;
        canvas().text(curve.name(), left, line, Anchor.LEFT, canvas().theme().ink());
        left += Lettering.here().width(curve.name()) + 3.0 * GAP;
      }
    }
  }
}
