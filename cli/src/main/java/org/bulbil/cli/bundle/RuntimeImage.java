package org.bulbil.cli.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bulbil.cli.console.Tool;
import org.bulbil.cli.console.Trouble;

/** A Java runtime with nothing in it but what the agent needs. */
final class RuntimeImage {

  /** What {@code jdeps} finds, and what it cannot: logging is a service, Unsafe is Kotlin's. */
  static final List<String> MODULES =
      List.of(
          "java.base",
          "java.logging",
          "java.naming",
          "java.net.http",
          "java.sql",
          "jdk.httpserver",
          "jdk.unsupported");

  /**
   * Tools that a server must not have, and the builder's own list of authorities: the agent takes
   * the server's, which is kept up to date.
   */
  private static final List<String> NOT_NEEDED =
      List.of(
          "bin/keytool", "bin/jwebserver", "lib/jexec", "lib/jrt-fs.jar", "lib/security/cacerts");

  private RuntimeImage() {}

  /** Links one of {@code jdk} in {@code folder}, which must not exist. */
  static void link(Path jdk, Path folder) throws IOException, InterruptedException {
    var tool = jdk.resolve("bin/jlink");
    if (!Files.isExecutable(tool)) {
      throw new Trouble("a bundle is made with a whole JDK, and there is no " + tool);
    }
    // Not compressed here: the whole bundle is, better, and a mapped file needs no unpacking.
    Tool.run(
        List.of(
            tool.toString(),
            "--add-modules",
            String.join(",", MODULES),
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--compress",
            "zip-0",
            "--vm",
            "server",
            "--output",
            folder.toString()));
    for (var name : NOT_NEEDED) {
      Files.deleteIfExists(folder.resolve(name));
    }
  }
}
