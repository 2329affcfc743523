package org.bulbil.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who builds the same source in another place gets the same bundle, to the byte. */
class TwoCheckoutsIT {

  /** A build takes half a minute to two. */
  private static final int BUILD_MINUTES = 20;

  private static final Set<String> NOT_SOURCE = Set.of("target", ".git", "shared");

  @TempDir Path folder;

  @Test
  void giveTheSameBundle() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("target/lib")), "no jars in target/lib: run mvn verify");
    var here = TestingBundles.ofThisBuild();
    var checkout = folder.resolve("another place");
    copy(Path.of("..").toRealPath(), checkout);
    build(checkout);
    var there =
        TestingBundles.builder(checkout.resolve("cli/target/run")).build(folder.resolve("out"));
    assertThat(there.bundle()).isEqualTo(here.bundle());
  }

  private static void build(Path checkout) throws IOException, InterruptedException {
    var log = checkout.resolve("build.log");
    var maven =
        new ProcessBuilder("mvn", "-B", "-o", "-q", "-Pquick", "package", "-pl", "cli", "-am");
    maven.directory(checkout.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    maven.environment().put("TZ", "Pacific/Chatham");
    maven.environment().put("LC_ALL", "C");
    var process = maven.start();
    var ended = process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).as("the build ends in time").isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes)
              throws IOException {
            if (!each.equals(from) && NOT_SOURCE.contains(each.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(each)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path each, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(each, to.resolve(from.relativize(each)));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
