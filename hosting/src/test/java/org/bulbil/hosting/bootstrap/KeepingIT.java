package org.bulbil.hosting.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Once there, an agent is kept running in the foreground, under a real {@code sh}. */
class KeepingIT {

  @TempDir Path folder;
  private Planted server;
  private Optional<Source> mirror = Optional.empty();

  @BeforeEach
  void open() throws Exception {
    server = new Planted(folder.resolve("home"), folder.resolve("bundles"));
  }

  @AfterEach
  void close() {
    server.close();
    mirror.ifPresent(Source::close);
  }

  private UserData agent(String settings, String commands) throws Exception {
    var bundle = ToyBundle.pack(folder, commands);
    mirror = Optional.of(Source.open(Files.readAllBytes(bundle), Source.Manner.HONEST));
    return Planted.userData(settings, bundle, mirror.get());
  }

  @Test
  void theSettingsAreForTheirUserAlone() throws Exception {
    server.run(agent("token = \"ss_t_x\"\n", "touch began; exec sleep 60"));
    server.untilItRuns();
    assertThat(server.text("settings.toml")).isEqualTo("token = \"ss_t_x\"\n");
    assertThat(permissions("settings.toml")).isEqualTo("rw-------");
    assertThat(permissions("")).isEqualTo("rwx------");
  }

  private String permissions(String name) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(server.file(name)));
  }

  /** Nothing in the settings is ever taken for a command of the shell. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void contentCannotBreakOut(long seed) throws Exception {
    var settings = "# " + wild(new Random(seed), 200);
    server.run(agent(settings, "touch began; exec sleep 60"));
    server.untilItRuns();
    assertThat(server.text("settings.toml"))
        .as("seed %d", seed)
        .isEqualTo(settings.stripTrailing() + "\n");
    assertThat(server.home.resolve("pwned")).doesNotExist();
    assertThat(server.file("pwned")).doesNotExist();
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
            "@SHA256@",
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
    server.run(agent("", "echo run >>runs; echo hello; exit 3"));
    server.until("three runs", () -> server.text("runs").lines().count() >= 3);
    server.until(
        "log", () -> server.text("agent.log").contains("ended with code 3; next start in 1 s"));
    assertThat(server.text("agent.log")).contains("hello");
  }

  @Test
  void aSecondCopyLeavesAtOnce() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/flock")), "flock (util-linux) is not installed");
    var userData = agent("a = 1", "echo run >>runs; exec sleep 60");
    server.run(userData);
    server.until("first run", () -> server.text("runs").lines().count() == 1);
    var second = server.run(userData);
    assertThat(second.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isZero();
    assertThat(server.console()).contains("already at work");
    assertThat(server.text("runs").lines()).hasSize(1);
  }

  @Test
  void stoppingTheScriptStopsTheAgent() throws Exception {
    var script = server.run(agent("", "echo $$ >pid; exec sleep 600"));
    server.until("pid", () -> server.text("pid").endsWith("\n"));
    var agent = ProcessHandle.of(Long.parseLong(server.text("pid").strip())).orElseThrow();
    script.destroy();
    assertThat(script.waitFor(10, TimeUnit.SECONDS)).isTrue();
    server.until("end of the agent", () -> !agent.isAlive());
  }

  @Test
  void theLogStaysBounded() throws Exception {
    server.run(
        agent("", "[ -e once ] || seq 1 12000; touch once; head -c 9000 /dev/zero | tr '\\0' x"));
    server.until(
        "two long lines",
        () -> server.text("agent.log").lines().filter(line -> line.startsWith("xxx")).count() >= 2);
    assertThat(server.text("agent.log.1").lines()).hasSize(5000);
    assertThat(server.text("agent.log").lines()).hasSizeLessThan(2100);
    assertThat(server.text("agent.log").lines().mapToInt(String::length).max()).hasValue(2000);
  }
}
