package org.bulbil.cli.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bulbil.cli.console.Trouble;
import org.bulbil.hosting.bootstrap.Bundle;

/**
 * A bundle on this machine.
 *
 * @param bundle what it is
 * @param path where it lies
 */
public record BundleFile(Bundle bundle, Path path) {

  /** The system property that names the folder of this program's bundle. */
  private static final String FOLDER = "bulbil.bundles";

  /** The bundle in {@code file}, read through once. */
  public static BundleFile of(Path file) throws IOException {
    return new BundleFile(Bundle.of(file), file.toAbsolutePath().normalize());
  }

  /**
   * The bundle of the very program that is running, which {@code ./bulbil} makes beside it.
   *
   * @throws Trouble where there is none
   */
  public static BundleFile ofThisProgram() throws IOException {
    var file =
        Optional.ofNullable(System.getProperty(FOLDER))
            .map(folder -> Path.of(folder).resolve(BundleBuilder.fileName()));
    if (file.filter(Files::isRegularFile).isEmpty()) {
      throw new Trouble("the bundle for servers is missing; use ./bulbil, which makes it");
    }
    return of(file.get());
  }
}
