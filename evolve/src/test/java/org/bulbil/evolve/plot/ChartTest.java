package org.bulbil.evolve.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.bulbil.evolve.plot.Chart.Floor;
import org.bulbil.evolve.plot.FamilyTree.Bar;
import org.bulbil.evolve.statistics.Interval;
import org.junit.jupiter.api.Test;

class ChartTest {

  private static final Path MAPS = Path.of("/proc/self/maps");

  private static Chart chart(Interval... values) {
    return new Chart(
        "years",
        "relays ±",
        List.of(Curve.every(1, "bulbil", Hue.FIRST, List.of(values))),
        Floor.ZERO);
  }

  private static BufferedImage decoded(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static int pixels(BufferedImage image, int colour) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += (image.getRGB(x, y) & 0xffffff) == colour ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void aChartIsAPngWithItsCurve() throws IOException {
    // Aim: right size, light and dark paper, and the curve in its colour.
    var chart = chart(Interval.ofMean(1, 2), Interval.ofMean(3, 5), Interval.ofMean(2, 2));
    var light = decoded(chart.png(Theme.LIGHT));
    var dark = decoded(chart.png(Theme.DARK));
    assertThat(light.getWidth()).isEqualTo(1600);
    assertThat(light.getHeight()).isEqualTo(860);
    assertThat(light.getRGB(2, 2) & 0xffffff).isEqualTo(0xffffff);
    assertThat(dark.getRGB(2, 2) & 0xffffff).isEqualTo(0x16181b);
    assertThat(pixels(light, 0x0072b2)).isGreaterThan(1000);
    assertThat(pixels(dark, 0x56b4e9)).isGreaterThan(1000);
  }

  @Test
  void noFontOfTheMachineIsTouched() throws IOException {
    // Aim: plots are made on servers without fontconfig, freetype or any font.
    assumeTrue(Files.isReadable(MAPS), "only Linux shows which libraries are loaded");
    assertThat(chart(Interval.ofMean(1, 2), Interval.ofMean(3)).png(Theme.LIGHT)).isNotEmpty();
    assertThat(Files.readString(MAPS))
        .contains("libawt")
        .doesNotContain("libfontmanager", "libfreetype", "libfontconfig");
  }

  @Test
  void aSingleValueWithoutIntervalCanBeDrawn() throws IOException {
    // Aim: one round, one day, nothing but zeros.
    assertThat(decoded(chart(Interval.ofMean(0)).png(Theme.LIGHT)).getWidth()).isEqualTo(1600);
  }

  @Test
  void panelsStandTwoInARow() throws IOException {
    // Aim: three charts take two rows.
    var one = chart(Interval.ofMean(1, 2), Interval.ofMean(3, 5));
    assertThat(decoded(new Panels(List.of(one, one, one)).png(Theme.LIGHT)).getHeight())
        .isEqualTo(2 * 520);
  }

  @Test
  void aTreeShowsItsLivesAndIsBounded() throws IOException {
    // Aim: a parent and its child, in words too; no more lives than can be seen.
    var tree =
        new FamilyTree(
            List.of(new Bar(-1, 0, 730, Hue.FIRST), new Bar(0, 100, 200, Hue.SECOND)), 730);
    assertThat(pixels(decoded(tree.png(Theme.LIGHT, List.of())), 0x0072b2)).isGreaterThan(1000);
    assertThat(tree.inWords()).isEqualTo("2 lives in one family over 2.0 years");
    var many = java.util.Collections.nCopies(201, new Bar(-1, 0, 1, Hue.FIRST));
    assertThatThrownBy(() -> new FamilyTree(many, 1)).hasMessageContaining("1 to 200 lives");
  }

  @Test
  void numbersOnAxesAreRoundAndTellNeighboursApart() {
    // Aim: 1, 2 or 5 times a power of ten, in as many digits as that takes.
    assertThat(Axis.around("", 0, 187).numbers()).containsExactly(0.0, 50.0, 100.0, 150.0, 200.0);
    var fine = Axis.around("", 0.91, 0.97);
    assertThat(fine.numbers().stream().map(fine::inWords))
        .startsWith("0.91", "0.92")
        .endsWith("0.97");
    assertThat(Axis.around("", 3, 3).most()).isEqualTo(4);
  }

  @Test
  void unknownLettersAreQuestionMarks() {
    // Aim: a scenario's name in any script does not stop a plot.
    assertThat(Lettering.here().width("名")).isEqualTo(Lettering.here().width("?"));
    assertThat(Lettering.here().width("")).isZero();
  }
}
