package org.bulbil.cli.bundle;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;

/**
 * The same program as a Debian package (deb(5)), for people who set up a server themselves: its
 * agent starts once there are settings in /var/lib/bulbil. Removing it never removes those, since a
 * wallet lies beside them.
 */
final class DebianPackage {

  private static final String HOME = "usr/lib/bulbil-agent";
  private static final List<String> SCRIPTS = List.of("postinst", "prerm", "postrm");
  private static final String UNIT = "bulbil-agent.service";

  private final Path stage;

  /**
   * @param stage an empty folder to work in
   */
  DebianPackage(Path stage) {
    this.stage = stage;
  }

  static String fileName() {
    return "%s_%s_%s.deb"
        .formatted(BundleBuilder.PROGRAM, Version.NUMBER, Platform.here().debianName());
  }

  /** Makes the package of what {@code builder} makes, in {@code folder}. */
  Path build(BundleBuilder builder, Path folder) throws IOException, InterruptedException {
    var data = stage.resolve("data");
    builder.fill(Files.createDirectories(data.resolve(HOME)));
    arrange(data);
    var control = control(data);
    Archive.write(data, "./", stage.resolve("data.tar.gz"));
    Archive.write(control, "./", stage.resolve("control.tar.gz"));
    return join(folder.resolve(fileName()));
  }

  /** Puts unit and papers where Debian has them. */
  private static void arrange(Path data) throws IOException {
    var home = data.resolve(HOME);
    var unit = Files.readString(home.resolve("system").resolve(UNIT));
    write(
        data.resolve("lib/systemd/system").resolve(UNIT),
        unit.replace("/opt/bulbil/current", "/" + HOME)
            .replace("/" + HOME + "/LICENSE", "/usr/share/doc/bulbil-agent/copyright"));
    var papers = data.resolve("usr/share/doc/bulbil-agent");
    Files.createDirectories(papers);
    BundleBuilder.place("deb/copyright", papers.resolve("copyright"));
    try (var changes = Archive.gzip(papers.resolve("changelog.gz"))) {
      changes.write(BundleBuilder.text("deb/changelog").getBytes(StandardCharsets.UTF_8));
    }
    for (var name : BundleBuilder.SYSTEM_FILES) {
      Files.delete(home.resolve("system").resolve(name));
    }
    Files.delete(home.resolve("system"));
    Files.delete(home.resolve("LICENSE"));
  }

  private Path control(Path data) throws IOException {
    var control = Files.createDirectory(stage.resolve("control"));
    write(
        control.resolve("control"),
        BundleBuilder.text("deb/control")
            .replace("@VERSION@", Version.NUMBER)
            .replace("@ARCHITECTURE@", Platform.here().debianName())
            .replace("@KIB@", Long.toString(kib(data))));
    for (var name : SCRIPTS) {
      BundleBuilder.place("deb/" + name, control.resolve(name));
      BundleBuilder.makeExecutable(control.resolve(name));
    }
    write(control.resolve("md5sums"), sums(data));
    return control;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var found = Files.walk(folder)) {
      return found
          .filter(f -> Files.isRegularFile(f) && !Files.isSymbolicLink(f))
          .sorted()
          .toList();
    }
  }

  private static long kib(Path folder) throws IOException {
    long bytes = 0;
    for (var file : files(folder)) {
      bytes += Files.size(file);
    }
    return Math.ceilDiv(bytes, 1024L);
  }

  /** For {@code debsums}, which finds broken disks; nobody takes MD5 for more than that. */
  private static String sums(Path data) throws IOException {
    var sums = new StringBuilder();
    for (var file : files(data)) {
      var digest = new BigInteger(1, md5().digest(Files.readAllBytes(file)));
      sums.append("%032x  %s%n".formatted(digest, data.relativize(file)));
    }
    return sums.toString();
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }

  private Path join(Path file) throws IOException {
    try (var ar = new ArArchiveOutputStream(Files.newOutputStream(file))) {
      var version = Files.writeString(stage.resolve("debian-binary"), "2.0\n");
      for (var part :
          List.of(version, stage.resolve("control.tar.gz"), stage.resolve("data.tar.gz"))) {
        add(part, ar);
      }
    }
    return file;
  }

  private static void add(Path part, ArArchiveOutputStream ar) throws IOException {
    long time = AgentJars.TIME.toEpochSecond(ZoneOffset.UTC);
    var name = part.getFileName().toString();
    ar.putArchiveEntry(new ArArchiveEntry(name, Files.size(part), 0, 0, 0100644, time));
    Files.copy(part, ar);
    ar.closeArchiveEntry();
  }
}
