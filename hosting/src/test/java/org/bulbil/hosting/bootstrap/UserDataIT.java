package org.bulbil.hosting.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script does under a real {@code sh} what it promises. */
class UserDataIT {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path home;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() throws InterruptedException {
    for (var process : started) {
      process.destroy();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
  }

  private Process run(UserData userData) throws IOException {
    var script = Files.writeString(home.resolve("user-data"), userData.script());
    var builder = new ProcessBuilder("sh", script.toString());
    builder.environment().put("HOME", home.toString());
    builder.redirectErrorStream(true).redirectOutput(home.resolve("console").toFile());
    var process = builder.start();
    started.add(process);
    return process;
  }

  private Path installed(String name) {
    return home.resolve("bulbil").resolve(name);
  }

  private static List<String> shell(String commands) {
    return List.of("sh", "-c", commands);
  }

  private static void eventually(String what, BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("%s within %s", what, PATIENCE).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private String text(String name) {
    try {
      return Files.exists(installed(name)) ? Files.readString(installed(name)) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theSettingsAreForTheirUserAlone() throws Exception {
    run(new UserData("token = \"ss_t_x\"\n", shell("touch began; exec sleep 60"), PAUSE));
    eventually("start", () -> Files.exists(installed("began")));
    assertThat(text("settings.toml")).isEqualTo("token = \"ss_t_x\"\n");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(installed("settings.toml"))))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(installed(""))))
        .isEqualTo("rwx------");
  }

  /** Nothing in the settings or in the command is ever taken for a command of the shell. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void contentCannotBreakOut(long seed) throws Exception {
    var random = new Random(seed);
    var settings = "# " + wild(random, 300);
    var word = wild(random, 40);
    var start = new ArrayList<>(shell("printf '%s' \"$1\" >word; touch done; exec sleep 60"));
    start.addAll(List.of("agent", word));
    run(new UserData(settings, start, PAUSE));
    eventually("start", () -> Files.exists(installed("done")));
    assertThat(text("settings.toml"))
        .as("seed %d", seed)
        .isEqualTo(settings.stripTrailing() + "\n");
    assertThat(text("word")).as("seed %d", seed).isEqualTo(word);
    assertThat(home.resolve("pwned")).doesNotExist();
    assertThat(installed("pwned")).doesNotExist();
  }

  private static String wild(Random random, int pieces) {
    var wild =
        List.of(
            "'",
            "\"",
            "\\",
            "\n",
            "$(touch pwned)",
            "`touch pwned`",
            ";touch pwned;",
            "EOF\n",
            "${HOME}",
            "%s",
            "\r",
            "\t",
            "!",
            "#",
            "@START@",
            "&&",
            "| touch pwned",
            "'\\''",
            "ä",
            " ",
            "*");
    return Stream.generate(() -> wild.get(random.nextInt(wild.size())))
        .limit(pieces)
        .collect(Collectors.joining());
  }

  @Test
  void aCrashedAgentIsStartedAgainAndTheLogSaysSo() throws Exception {
    run(new UserData("", shell("echo run >>runs; echo hello; exit 3"), PAUSE));
    eventually("three runs", () -> text("runs").lines().count() >= 3);
    eventually("log", () -> text("agent.log").contains("ended with code 3; next start in 1 s"));
    assertThat(text("agent.log")).contains("hello");
  }

  @Test
  void aSecondCopyLeavesAtOnceAndALaterOneKeepsTheSettings() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/flock")), "flock (util-linux) is not installed");
    var first = run(new UserData("a = 1", shell("echo run >>runs; exec sleep 60"), PAUSE));
    eventually("first run", () -> text("runs").lines().count() == 1);
    var second = run(new UserData("a = 2", shell("echo run >>runs; exec sleep 60"), PAUSE));
    assertThat(second.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isZero();
    assertThat(Files.readString(home.resolve("console"))).contains("already running");
    first.destroy();
    assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
    run(new UserData("a = 2", shell("echo run >>runs; exec sleep 60"), PAUSE));
    eventually("run after restart", () -> text("runs").lines().count() == 2);
    assertThat(text("settings.toml")).isEqualTo("a = 1\n");
  }

  @Test
  void stoppingTheScriptStopsTheAgent() throws Exception {
    var script = run(new UserData("", shell("echo $$ >pid; exec sleep 600"), PAUSE));
    eventually("pid", () -> text("pid").endsWith("\n"));
    var agent = ProcessHandle.of(Long.parseLong(text("pid").strip())).orElseThrow();
    script.destroy();
    assertThat(script.waitFor(10, TimeUnit.SECONDS)).isTrue();
    eventually("end of the agent", () -> !agent.isAlive());
  }

  @Test
  void theLogStaysBounded() throws Exception {
    run(
        new UserData(
            "",
            shell("[ -e once ] || seq 1 12000; touch once; head -c 9000 /dev/zero | tr '\\0' x"),
            PAUSE));
    eventually(
        "two long lines",
        () -> text("agent.log").lines().filter(line -> line.startsWith("xxx")).count() >= 2);
    assertThat(text("agent.log.1").lines()).hasSize(5000);
    assertThat(text("agent.log").lines()).hasSizeLessThan(2100);
    assertThat(text("agent.log").lines().mapToInt(String::length).max()).hasValue(2000);
  }

  @Test
  void worksWithoutAHomeInTheEnvironment() throws Exception {
    var script = new UserData("", shell("touch began"), PAUSE).script();
    assertThat(script).contains("export HOME=\"${HOME:-/root}\"");
  }

  @Test
  void shellcheckFindsNothing() throws Exception {
    assumeTrue(
        Files.exists(Path.of("/usr/bin/shellcheck")),
        "shellcheck is not installed (apt-get install shellcheck)");
    var userData =
        new UserData("a = '$x'\nb = \"`c`\"\n", List.of("java", "-Da=$b", "it's"), PAUSE);
    var script = Files.writeString(home.resolve("user-data"), userData.script());
    var check = new ProcessBuilder("shellcheck", "--shell=sh", script.toString());
    check.redirectErrorStream(true);
    var process = check.start();
    started.add(process);
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEmpty();
    assertThat(process.waitFor()).isZero();
  }
}
