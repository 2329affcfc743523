package org.bulbil.cli.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bulbil.cli.bundle.TestingBundles;

/** The servers' image with the bundle that is made of this build's jars. */
final class TestingImage {

  private TestingImage() {}

  static ServerImage prepared() throws IOException, InterruptedException {
    assumeTrue(Files.isDirectory(Path.of("target/lib")), "no jars in target/lib: run mvn verify");
    var image = ServerImage.of(TestingBundles.ofThisBuild());
    image.prepare(System.out::println);
    return image;
  }
}
