package org.bulbil.hosting.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bulbil.hosting.bootstrap.Source.Manner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A new server gets exactly the bundle that it was told of, whoever hands it out, or none; under a
 * real {@code sh}.
 */
class FetchingIT {

  @TempDir Path folder;
  private final List<AutoCloseable> opened = new ArrayList<>();
  private Path bundle;
  private byte[] content;

  @BeforeEach
  void pack() throws Exception {
    bundle = ToyBundle.pack(folder, "touch began; exec sleep 600");
    content = Files.readAllBytes(bundle);
  }

  @AfterEach
  void close() throws Exception {
    for (var each : opened.reversed()) {
      each.close();
    }
  }

  private Source source(Manner manner) throws IOException {
    var source = Source.open(content, manner);
    opened.add(source);
    return source;
  }

  private Planted server(String name) throws IOException {
    var server = new Planted(folder.resolve(name), folder.resolve("bundles"));
    opened.add(server);
    return server;
  }

  private Path unpacked() throws IOException {
    return folder.resolve("bundles").resolve(Bundle.of(bundle).hash().value());
  }

  @Test
  void fetchesUnpacksAndKeepsWhatItWasInstalledFrom() throws Exception {
    var server = server("a");
    server.run(Planted.userData("a = 1", bundle, source(Manner.HONEST)));
    server.untilItRuns();
    assertThat(unpacked().resolve("bin/bulbil-agent")).isExecutable();
    assertThat(Bundle.of(server.file("bundle.tar.gz"))).isEqualTo(Bundle.of(bundle));
    try (var left = Files.list(server.file(""))) {
      assertThat(left.filter(file -> file.getFileName().toString().startsWith("part"))).isEmpty();
    }
  }

  @Test
  void goesOnWhereItWasCutOff() throws Exception {
    var server = server("a");
    var cutting = source(Manner.CUTS);
    server.run(Planted.userData("a = 1", bundle, cutting));
    server.untilItRuns();
    assertThat(cutting.visits).hasValueGreaterThan(2);
    assertThat(cutting.sent).as("no byte twice").hasValue(content.length);
  }

  @Test
  void startsOverWhereASourceCannotGoOnInTheMiddle() throws Exception {
    var server = server("a");
    server.run(Planted.userData("a = 1", bundle, source(Manner.KNOWS_NO_RANGES)));
    server.untilItRuns();
  }

  /** Whatever the first source does, the second is believed for its hash alone. */
  @ParameterizedTest
  @EnumSource(
      value = Manner.class,
      names = {"LIES", "TRUNCATES", "NEVER_ENDS", "GONE", "CUTS_AND_LIES"})
  void aBadSourceDoesNoHarm(Manner manner) throws Exception {
    var server = server("a");
    var bad = source(manner);
    server.run(Planted.userData("a = 1", bundle, bad, source(Manner.HONEST)));
    server.untilItRuns();
    assertThat(Bundle.of(server.file("bundle.tar.gz"))).isEqualTo(Bundle.of(bundle));
    assertThat(bad.sent).as("bounded").hasValueLessThan(20L * content.length);
  }

  @Test
  void aLiarIsNotAskedAgain() throws Exception {
    var server = server("a");
    var liar = source(Manner.LIES);
    var away = source(Manner.GONE);
    server.run(Planted.userData("a = 1", bundle, liar, away));
    server.until("some rounds", () -> away.visits.get() >= 3);
    assertThat(liar.visits).hasValue(1);
    assertThat(server.console()).contains("hands out something else; it is not asked again");
    assertThat(server.file("began")).doesNotExist();
  }

  @Test
  void waitsForASourceThatComesLater() throws Exception {
    var server = server("a");
    var parent = source(Manner.HONEST);
    var nobody = URI.create("http://127.0.0.1:9/pool");
    parent.close();
    server.run(Planted.userData("a = 1", bundle, List.of(nobody, parent.url())));
    server.until("a round", () -> server.console().lines().count() >= 2);
    opened.add(Source.openAt(parent.url().getPort(), content, Manner.HONEST));
    server.untilItRuns();
  }

  @Test
  void aSecondRunFetchesNothing() throws Exception {
    var server = server("a");
    var mirror = source(Manner.HONEST);
    var first = server.run(Planted.userData("a = 1", bundle, mirror));
    server.untilItRuns();
    first.destroy();
    assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
    Files.delete(server.file("began"));
    server.run(Planted.userData("a = 2", bundle, mirror));
    server.untilItRuns();
    assertThat(mirror.visits).hasValue(1);
    assertThat(server.text("settings.toml")).isEqualTo("a = 1\n");
  }

  /** Killed at any moment of its first run, the second finishes what it began. */
  @Test
  void aRunThatWasKilledIsFinishedByTheNext() throws Exception {
    var server = server("a");
    var mirror = source(Manner.CUTS);
    for (int kill = 0; kill < 3; kill++) {
      int before = mirror.visits.get();
      var run = server.run(Planted.userData("a = 1", bundle, mirror), List.of("setsid"), Map.of());
      server.until("a visit", () -> mirror.visits.get() > before || runs(server));
      cutPower(run);
    }
    server.run(Planted.userData("a = 1", bundle, mirror));
    server.untilItRuns();
    assertThat(mirror.sent).hasValueLessThanOrEqualTo(2L * content.length);
  }

  /** Kills the script and all that it started, at once. */
  private static void cutPower(Process leader) throws Exception {
    var kill = new ProcessBuilder("kill", "-KILL", "--", "-" + leader.pid()).start();
    assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(leader.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  private static boolean runs(Planted server) {
    return Files.exists(server.file("began"));
  }

  @Test
  void serversThatShareAFolderUnpackOnceAndCheckEach() throws Exception {
    var mirror = source(Manner.HONEST);
    var servers = Stream.of(server("a"), server("b"), server("c")).toList();
    for (var server : servers) {
      server.run(Planted.userData("a = 1", bundle, mirror));
    }
    for (var server : servers) {
      server.untilItRuns();
    }
    assertThat(mirror.visits).hasValue(3);
    try (var found = Files.list(folder.resolve("bundles"))) {
      assertThat(found.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              unpacked().getFileName().toString(), Bundle.of(bundle).fileName(), "lock");
    }
  }

  @Test
  void wgetDoesWhereThereIsNoCurl() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/wget")), "wget is not installed");
    var tools =
        "sh cat cut sha256sum wc tar gzip mkdir mkfifo mv rm ln chmod sleep flock wget timeout id"
            + " sync touch env";
    var path = Files.createDirectory(folder.resolve("path"));
    for (var tool : tools.split(" ", -1)) {
      var entry =
          Files.writeString(path.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
      assertThat(entry.toFile().setExecutable(true)).isTrue();
    }
    var server = server("a");
    var cutting = source(Manner.CUTS);
    server.run(
        Planted.userData("a = 1", bundle, cutting), List.of(), Map.of("PATH", path.toString()));
    server.untilItRuns();
    assertThat(cutting.sent).as("no byte twice").hasValue(content.length);
  }

  /** A disk that is full fills neither the console nor anything else, and is tried again. */
  @Test
  void waitsForRoomOnTheDisk() throws Exception {
    var tiny = Files.createDirectory(folder.resolve("tiny"));
    var room = folder.resolve("room");
    var wrapper =
        """
        mount -t tmpfs -o size=%dk tiny "$0" || exit 77
        head -c %d /dev/zero >"$0/filler"
        (until [ -e %s ]; do sleep 0.1; done; rm "$0/filler") &
        exec "$@"
        """
            .formatted(content.length * 3 / 1024, content.length * 5 / 2, room);
    var server = new Planted(folder.resolve("a"), tiny.resolve("bundles"));
    opened.add(server);
    var words = List.of("unshare", "-rm", "sh", "-c", wrapper, tiny.toString());
    // What is fetched lies in the relay's home, which is on the tiny disk as well.
    var run =
        server.run(
            Planted.userData("a = 1", bundle, source(Manner.HONEST)),
            words,
            Map.of("HOME", tiny.resolve("home").toString()));
    server.until("a full disk", () -> server.console().contains("bytes") || !run.isAlive());
    assumeTrue(run.isAlive(), "no small disk can be mounted here: " + server.console());
    Files.createFile(room);
    server.until("start", () -> server.console().contains("the bundle came from"));
  }
}
