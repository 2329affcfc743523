package org.bulbil.cli.bundle;

import java.util.Arrays;
import org.bulbil.cli.console.Trouble;

/** The kinds of servers that a bundle can be for: always the kind of the machine that makes it. */
enum Platform {
  X86_64("x86_64", "amd64"),
  AARCH64("aarch64", "arm64");

  private final String kernelName;
  private final String debianName;

  Platform(String kernelName, String debianName) {
    this.kernelName = kernelName;
    this.debianName = debianName;
  }

  /** Of this machine. */
  static Platform here() {
    var name = System.getProperty("os.arch", "");
    return Arrays.stream(values())
        .filter(platform -> name.equals(platform.kernelName) || name.equals(platform.debianName))
        .findFirst()
        .orElseThrow(() -> new Trouble("no bundle can be made on a processor of the kind " + name));
  }

  /** As {@code uname -m} says it, and the libraries in our jars. */
  String kernelName() {
    return kernelName;
  }

  /** As Debian's packages say it. */
  String debianName() {
    return debianName;
  }
}
