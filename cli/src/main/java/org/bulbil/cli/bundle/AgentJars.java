package org.bulbil.cli.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * The jars of an agent: those of this program without what only people need, each packed anew so
 * that equal contents give equal files. Libraries of machine code leave their jars, since every JVM
 * would unpack them into a file of its own, whose memory nobody shares.
 */
final class AgentJars {

  /** Time of every entry, here and in the bundle: some time has to stand there. */
  static final LocalDateTime TIME = LocalDateTime.of(2020, 1, 1, 0, 0);

  /** The command, with what only it uses, and annotations that nothing reads at run time. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "sandbox",
          "evolve",
          "atlas",
          "postgresql",
          "checker-qual",
          "HikariCP",
          "xz",
          "picocli",
          "jspecify",
          "annotations",
          "avaje-jsonb-inject-plugin",
          "commons-compress",
          "commons-codec",
          "commons-io",
          "commons-lang3");

  /** A family of jars that only the map uses. */
  private static final String METRICS = "prometheus-metrics-";

  /** Of the command's own jar an agent needs what puts it together. */
  private static final String OWN_JAR = "cli";

  private static final String OWN_PART = "org/bulbil/cli/wiring/";

  private static final List<String> NEVER_READ =
      List.of("META-INF/maven/", "META-INF/native-image/");

  private final Platform platform;

  AgentJars(Platform platform) {
    this.platform = platform;
  }

  /** Copies what is needed of {@code jars} into {@code folder}, and libraries into native/. */
  void copy(List<Path> jars, Path folder) throws IOException {
    Files.createDirectories(folder.resolve("native"));
    for (var jar : jars) {
      var name = artifact(jar);
      if (!LEFT_OUT.contains(name) && !name.startsWith(METRICS)) {
        pack(jar, name, folder);
      }
    }
  }

  /** {@code core} of {@code core-0.1.0.jar}. */
  private static String artifact(Path jar) {
    return jar.getFileName().toString().replaceFirst("-\\d.*|\\.jar$", "");
  }

  private void pack(Path jar, String name, Path folder) throws IOException {
    try (var from = new JarFile(jar.toFile(), false);
        var to = new JarOutputStream(Files.newOutputStream(folder.resolve(name + ".jar")))) {
      to.setMethod(ZipEntry.STORED);
      var names = from.stream().filter(e -> !e.isDirectory()).map(JarEntry::getName).sorted();
      for (var entry : names.toList()) {
        var content = from.getInputStream(from.getJarEntry(entry)).readAllBytes();
        if (isLibrary(entry)) {
          keepLibrary(entry, content, folder.resolve("native"));
        } else if (isNeeded(name, entry)) {
          add(entry, content, to);
        }
      }
    }
  }

  private static boolean isLibrary(String entry) {
    return entry.matches(".*\\.(so|dll|dylib|jnilib|a)");
  }

  /** SQLite's for other processors have other folders, those of other systems other names. */
  private void keepLibrary(String entry, byte[] content, Path folder) throws IOException {
    var ours = Set.of("Linux/" + platform.kernelName(), "linux-" + platform.kernelName());
    var parts = entry.split("/native/", 2);
    if (parts.length == 2 && ours.contains(parts[1].replaceFirst("/[^/]*$", ""))) {
      Files.write(folder.resolve(Path.of(entry).getFileName()), content);
    }
  }

  private static boolean isNeeded(String jar, String entry) {
    return NEVER_READ.stream().noneMatch(entry::startsWith)
        && (!jar.equals(OWN_JAR) || entry.startsWith(OWN_PART));
  }

  /** Not compressed: the bundle is, as a whole. */
  private static void add(String name, byte[] content, JarOutputStream to) throws IOException {
    var entry = new ZipEntry(name);
    var crc = new CRC32();
    crc.update(content);
    entry.setTimeLocal(TIME);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(crc.getValue());
    to.putNextEntry(entry);
    to.write(content);
    to.closeEntry();
  }
}
