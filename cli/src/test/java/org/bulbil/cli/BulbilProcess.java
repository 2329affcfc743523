package org.bulbil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bulbil.cli.bundle.TestingBundles;

/** The {@code bulbil} command as a process of its own, with the jars that this build has made. */
public final class BulbilProcess implements AutoCloseable {

  private final Process process;
  private final Path out;
  private final Path errors;

  /**
   * @param folder for what it prints
   */
  public BulbilProcess(Path folder, String... words) throws IOException {
    out = Files.createTempFile(folder, "out", ".txt");
    errors = Files.createTempFile(folder, "err", ".txt");
    process =
        new ProcessBuilder(command(words))
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile())
            .start();
  }

  private static List<String> command(String... words) {
    var built = Path.of("target").toAbsolutePath();
    assumeTrue(Files.isDirectory(built.resolve("lib")), "no jars in target/lib: run mvn verify");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dbulbil.bundles=" + TestingBundles.FOLDER);
    command.add("-cp");
    command.addAll(List.of(built + "/*:" + built + "/lib/*", Bulbil.class.getName()));
    command.addAll(List.of(words));
    return command;
  }

  public String out() throws IOException {
    return Files.readString(out);
  }

  public String errors() throws IOException {
    return Files.readString(errors);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** As {@code kill -TERM} or {@code kill -INT} by hand. */
  void signal(String name) throws IOException, InterruptedException {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  /** The exit code; fails where it is not there within {@code limit}. */
  public int exitCode(Duration limit) throws IOException, InterruptedException {
    assertThat(process.waitFor(limit.toSeconds(), TimeUnit.SECONDS))
        .as("ends within %s; it said: %s%s", limit, out(), errors())
        .isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** As {@code kill -KILL}: nothing of it runs any more when this returns. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
