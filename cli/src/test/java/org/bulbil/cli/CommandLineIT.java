package org.bulbil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bulbil.cli.bundle.TestingBundles;
import org.bulbil.tor.process.TorBinary;
import org.bulbil.wire.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command keeps what it promises to scripts: exit codes, standard output, sandbox.json. */
class CommandLineIT {

  private static final Duration START = Duration.ofSeconds(60);

  /** A chain has nothing to bring to rest. */
  private static final Duration END = Duration.ofSeconds(10);

  private static final JsonType<Map<String, Object>> OBJECT =
      Jsonb.instance().type(Object.class).map();

  @TempDir private Path folder;

  private BulbilProcess chain(int electrumPort) throws IOException {
    return new BulbilProcess(
        folder,
        "sandbox",
        "chain",
        "--dir=" + folder,
        "--esplora-port=0",
        "--second-esplora-port=0",
        "--electrum-port=" + electrumPort);
  }

  /** What sandbox.json says, as soon as it is there. */
  private Map<String, Object> services(BulbilProcess bulbil) throws Exception {
    var file = folder.resolve("sandbox.json");
    var deadline = Instant.now().plus(START);
    while (!Files.exists(file)) {
      assertThat(bulbil.isAlive()).as(bulbil.errors()).isTrue();
      assertThat(Instant.now()).as("waiting for sandbox.json").isBefore(deadline);
      Thread.sleep(100);
    }
    return OBJECT.fromJson(Files.readString(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void aChainAloneAnswersAndEndsInOrderOnASignal(String signal) throws Exception {
    try (var bulbil = chain(0);
        var http = new Http(Http.Limits.USUAL)) {
      var services = services(bulbil);
      for (var esplora : (List<?>) Objects.requireNonNull(services.get("esplora"))) {
        var height = http.get(URI.create(esplora + "/blocks/tip/height")).answer().orElseThrow();
        assertThat(Integer.parseInt(height.text())).isGreaterThan(100);
        assertThat(bulbil.out()).contains(esplora.toString());
      }
      assertThat(askElectrum((String) Objects.requireNonNull(services.get("electrum"))))
          .contains("\"result\"");
      bulbil.signal(signal);
      assertThat(bulbil.exitCode(END)).isZero();
    }
  }

  private static String askElectrum(String endpoint) throws IOException {
    var address = URI.create("tcp://" + endpoint);
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(5000);
      var request = "{\"id\":1,\"method\":\"server.version\",\"params\":[\"test\",\"1.4\"]}\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      return Objects.requireNonNull(reader.readLine());
    }
  }

  @Test
  void aTakenPortIsNamedWithTheWayOut() throws Exception {
    try (var squatter = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        var bulbil = chain(squatter.getLocalPort())) {
      assertThat(bulbil.exitCode(START)).isEqualTo(1);
      assertThat(bulbil.errors())
          .contains(Integer.toString(squatter.getLocalPort()), "--electrum-port")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aWrongOptionEndsWithTwo() throws Exception {
    try (var bulbil = new BulbilProcess(folder, "sandbox", "--regoins=3")) {
      assertThat(bulbil.exitCode(START)).isEqualTo(2);
      assertThat(bulbil.errors()).contains("--regoins=3", "did you mean --regions?");
      assertThat(bulbil.out()).isEmpty();
    }
  }

  /** One relay comes up, and everything ends by itself. */
  @Test
  void aScriptReadsOneJsonObjectALineAndTheAccountLast() throws Exception {
    assumeTrue(TorBinary.find(System.getenv("PATH")).answer().isPresent(), "tor is not installed");
    TestingBundles.ofThisBuild();
    try (var bulbil =
        new BulbilProcess(
            folder,
            ("sandbox --json --regions 1 --per-region 1 --donors 0 --day 20s --until 60s --seed 1"
                    + " --provider-port 0 --esplora-port 0 --second-esplora-port 0"
                    + " --electrum-port 0 --network 119 --servers 123 --dir "
                    + folder)
                .split(" "))) {
      var services = services(bulbil);
      assertThat(services)
          .containsKeys("provider", "esplora", "electrum", "directory", "socks", "website");
      assertThat(bulbil.exitCode(Duration.ofMinutes(3))).as(bulbil.errors()).isZero();
      var lines = bulbil.out().lines().map(OBJECT::fromJson).toList();
      assertThat(lines).extracting(line -> line.get("event")).contains("born", "running", "ready");
      assertThat(lines.getLast())
          .containsEntry("event", "account")
          .hasSize(8)
          .containsEntry("difference_sat", 0L);
    }
  }
}
