package org.bulbil.cli.bundle;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bulbil.cli.console.Trouble;

/**
 * Makes a bundle. The same JDK and the same jars give the same bytes, wherever and whenever that
 * is.
 *
 * @param jdk whose runtime it gets
 * @param jars of this program; what only people need is left out
 */
record BundleBuilder(Path jdk, List<Path> jars) {

  static final String PROGRAM = "bulbil-agent";

  /** The files of a bundle that are no jars, and where they go. */
  static final List<String> SYSTEM_FILES =
      List.of("bulbil-agent.service", "apt.conf", "sysctl.conf");

  /** From the program that is running, which must run from jars. */
  static BundleBuilder ofThisProgram() {
    var path = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    return new BundleBuilder(
        Path.of(System.getProperty("java.home")),
        Arrays.stream(path).map(entry -> Path.of(entry).toAbsolutePath().normalize()).toList());
  }

  /** What a bundle of this version is called. */
  static String fileName() {
    return "%s-%s-linux-%s.tar.gz".formatted(PROGRAM, Version.NUMBER, Platform.here().kernelName());
  }

  /** Makes the bundle in {@code folder}. */
  BundleFile build(Path folder) throws IOException, InterruptedException {
    return staged(
        folder,
        stage -> {
          fill(stage);
          return pack(stage, folder.resolve(fileName()));
        });
  }

  /** Makes a Debian package of the same in {@code folder}. */
  Path buildDebian(Path folder) throws IOException, InterruptedException {
    return staged(folder, stage -> new DebianPackage(stage).build(this, folder));
  }

  private interface Work<T> {
    T in(Path stage) throws IOException, InterruptedException;
  }

  private static <T> T staged(Path folder, Work<T> work) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    var stage = Files.createTempDirectory(folder, ".stage");
    try {
      return work.in(stage);
    } finally {
      delete(stage);
    }
  }

  /** Lays out the bundle's files in {@code stage}, an empty folder. */
  void fill(Path stage) throws IOException, InterruptedException {
    for (var jar : jars) {
      if (!Files.isRegularFile(jar)) {
        throw new Trouble("a bundle is made of jars, and " + jar + " is none: use ./bulbil");
      }
    }
    RuntimeImage.link(jdk, stage.resolve("runtime"));
    new AgentJars(Platform.here()).copy(jars, stage.resolve("lib"));
    place(PROGRAM, stage.resolve("bin").resolve(PROGRAM));
    makeExecutable(stage.resolve("bin").resolve(PROGRAM));
    for (var name : SYSTEM_FILES) {
      place(name, stage.resolve("system").resolve(name));
    }
    place("LICENSE", stage.resolve("LICENSE"));
    Files.writeString(stage.resolve("version"), Version.NUMBER + "\n");
  }

  static void makeExecutable(Path file) throws IOException {
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + file + " executable");
    }
  }

  /** Writes a resource of this package to {@code file}. */
  static void place(String resource, Path file) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text(resource));
  }

  /** A resource of this package. */
  static String text(String resource) throws IOException {
    try (var content = BundleBuilder.class.getResourceAsStream(resource)) {
      if (content == null) {
        throw new IllegalStateException(resource + " is missing from the cli module");
      }
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static BundleFile pack(Path stage, Path file) throws IOException {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    Archive.write(stage, "", fresh);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    return BundleFile.of(file);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (var path : found.sorted(java.util.Comparator.reverseOrder()).toList()) {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(path);
        }
      }
    }
  }
}
