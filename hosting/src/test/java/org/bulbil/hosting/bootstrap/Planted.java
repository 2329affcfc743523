package org.bulbil.hosting.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A server as far as the script can tell: a home, and a folder for bundles, which keeps the script
 * from taking this machine for a rented one.
 */
final class Planted implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final Path home;
  final Path bundles;
  private final List<Process> started = new ArrayList<>();

  Planted(Path home, Path bundles) throws IOException {
    this.home = Files.createDirectories(home);
    this.bundles = bundles;
  }

  static UserData userData(String settings, Path bundle, Source... sources) throws IOException {
    var urls = java.util.Arrays.stream(sources).map(Source::url).toList();
    return userData(settings, bundle, urls);
  }

  static UserData userData(String settings, Path bundle, List<URI> sources) throws IOException {
    return new UserData(
        settings, Bundle.of(bundle), sources, new OpenPorts(9001, 8080), Login.NOBODY);
  }

  /** Runs the script, with {@code words} before it and more environment. */
  Process run(UserData userData, List<String> words, Map<String, String> environment)
      throws IOException {
    var script = Files.writeString(home.resolve("user-data"), userData.script());
    var command = new ArrayList<>(words);
    command.addAll(List.of("sh", script.toString()));
    var builder = new ProcessBuilder(command);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("BULBIL_BUNDLES", bundles.toString());
    builder.environment().putAll(environment);
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("console").toFile()));
    var process = builder.start();
    started.add(process);
    return process;
  }

  Process run(UserData userData) throws IOException {
    return run(userData, List.of(), Map.of());
  }

  Path file(String name) {
    return home.resolve("bulbil").resolve(name);
  }

  /** Of a file of the relay; empty where it is missing. */
  String text(String name) {
    return read(file(name));
  }

  String console() {
    return read(home.resolve("console"));
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void until(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime())
          .as("%s within %s; the console: %s", what, PATIENCE, console())
          .isLessThan(end);
      Thread.sleep(20);
    }
  }

  void untilItRuns() throws InterruptedException {
    until("start", () -> Files.exists(file("began")));
  }

  @Override
  public void close() {
    for (var process : started) {
      var children = process.descendants().toList();
      process.destroy();
      process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join().destroyForcibly();
      children.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
