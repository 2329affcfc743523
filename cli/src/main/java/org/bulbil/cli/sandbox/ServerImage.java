package org.bulbil.cli.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.bulbil.cli.bundle.BundleFile;
import org.bulbil.cli.console.Tool;

/**
 * What the servers of a sandbox have when they are new: a folder in which the bundle is unpacked
 * already, with the cache that its first start makes. So twenty-eight relays on one machine share
 * the memory of one program. Each server fetches and checks the bundle all the same.
 *
 * @param bundle what relays run
 * @param bundles where servers unpack it
 */
record ServerImage(BundleFile bundle, Path bundles) {

  /** The image lies beside the bundle, and so is made once for a build. */
  static ServerImage of(BundleFile bundle) {
    return new ServerImage(
        bundle, Objects.requireNonNull(bundle.path().getParent()).resolve("unpacked"));
  }

  /** Unpacks the bundle and makes its cache, where that has not been done. */
  void prepare(Consumer<String> progress) throws IOException, InterruptedException {
    var program = bundles.resolve(bundle.bundle().hash().value());
    if (!Files.exists(program)) {
      progress.accept("unpacking the bundle for the servers");
      unpack(program);
    }
    if (!Files.exists(program.resolve("cache"))) {
      progress.accept("making the cache of an agent's classes, so that all start faster");
      Tool.run(List.of(program.resolve("bin/bulbil-agent").toString(), "--make-cache"));
    }
  }

  /** Whole or not at all; one of two that do so at once wins. */
  private void unpack(Path program) throws IOException, InterruptedException {
    Files.createDirectories(bundles);
    var fresh = Files.createTempDirectory(bundles, "new");
    Tool.run(List.of("tar", "-xzpf", bundle.path().toString(), "-C", fresh.toString()));
    Tool.run(List.of("mv", "-T", fresh.toString(), program.toString()));
  }
}
