package org.bulbil.core.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.bulbil.core.picture.Picture.Colour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngTest {

  /** Aim: another reader sees every pixel as it was painted, at every depth and odd width. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 16, 17, 256})
  void theJdkReadsWhatWasPainted(int colours) throws IOException {
    long seed = Long.getLong("seed", colours);
    var random = new Random(seed);
    var palette =
        IntStream.range(0, colours).mapToObj(_ -> new Colour(random.nextInt(0x1000000))).toList();
    var picture = new Picture(1 + random.nextInt(97), 1 + random.nextInt(31), palette);
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        picture.fill(x, y, 1, 1, random.nextInt(colours));
      }
    }
    var read = read(picture);
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        assertThat(read.getRGB(x, y) & 0xffffff)
            .as("seed %d, pixel %d, %d", seed, x, y)
            .isEqualTo(palette.get(picture.at(x, y)).rgb());
      }
    }
  }

  /** Aim: pictures that do not compress are whole as well. */
  @Test
  void noiseIsWrittenWhole() throws IOException {
    var random = new Random(7);
    var palette = IntStream.range(0, 256).mapToObj(Colour::new).toList();
    var picture = new Picture(500, 400, palette);
    for (int pixel = 0; pixel < 200_000; pixel++) {
      picture.fill(pixel % 500, pixel / 500, 1, 1, random.nextInt(256));
    }
    assertThat(read(picture).getRGB(499, 399) & 0xffffff).isEqualTo(picture.at(499, 399));
  }

  /** Aim: what is painted beyond the edges is lost and harms nothing. */
  @Test
  void paintingIsCutAtTheEdges() {
    var picture = new Picture(3, 3, List.of(new Colour(0), new Colour(1)));
    picture.fill(-5, -5, 6, 6, 1);
    picture.fill(2, 2, Integer.MAX_VALUE, 50, 1);
    picture.fill(90, 0, 5, 1, 1);
    assertThat(IntStream.range(0, 9).map(i -> picture.at(i % 3, i / 3)))
        .containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 1);
    assertThatIllegalArgumentException().isThrownBy(() -> picture.fill(0, 0, 1, 1, 2));
  }

  /** Aim: a code has its quiet zone, and its modules are squares. */
  @Test
  void aCodeHasItsQuietZone() {
    var picture = Picture.ofCode(2, 3, (x, y) -> x == y);
    assertThat(picture.width()).isEqualTo(30);
    assertThat(picture.at(11, 11)).isZero();
    assertThat(picture.at(12, 12)).isEqualTo(1);
    assertThat(picture.at(14, 14)).isEqualTo(1);
    assertThat(picture.at(15, 12)).isZero();
    assertThat(picture.at(17, 17)).isEqualTo(1);
    assertThat(picture.at(18, 18)).isZero();
  }

  private static BufferedImage read(Picture picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Png.of(picture)));
  }
}
