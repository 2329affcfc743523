package org.bulbil.cli.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The bundle of the jars that this build has made, as a user has them; made once for all tests. */
public final class TestingBundles {

  /** Where it lies. */
  public static final Path FOLDER = Path.of("target/test-bundle").toAbsolutePath();

  private static Optional<BundleFile> made = Optional.empty();

  private TestingBundles() {}

  /** Needs {@code target/lib}, which {@code mvn verify} makes. */
  public static synchronized BundleFile ofThisBuild() throws IOException, InterruptedException {
    if (made.isEmpty()) {
      made = Optional.of(builder().build(FOLDER));
    }
    return made.get();
  }

  static BundleBuilder builder() throws IOException {
    return builder(Path.of("target").toAbsolutePath());
  }

  /** Of the jars in {@code built}, the target folder of this module in some checkout. */
  static BundleBuilder builder(Path built) throws IOException {
    var jars = Stream.concat(jars(built).stream(), jars(built.resolve("lib")).stream()).toList();
    return new BundleBuilder(Path.of(System.getProperty("java.home")), jars);
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
