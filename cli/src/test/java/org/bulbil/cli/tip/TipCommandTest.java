package org.bulbil.cli.tip;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bulbil.cli.CommandLines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Splitting and verifying as they are typed: what is printed, written, refused. */
class TipCommandTest {

  private static final String SEGWIT = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq";
  private static final String OLD = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";

  private static final String DETAILS =
      """
      {"version":"8.0","relays_published":"2026-02-22 13:00:00","relays":[
      %s,
      %s,
      %s,
      %s],
      "bridges_published":"2026-02-22 13:00:00","bridges":[]}
      """
          .formatted(
              relay(1, "btc:" + SEGWIT, "de", 0.03),
              relay(2, OLD, "fr", 0.01),
              relay(3, "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdp", "de", 0.01),
              relay(4, "nobody", "de", 0.01));

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path documents;

  private static String relay(int number, String contact, String country, double share) {
    return """
        {"nickname":"relay%d","fingerprint":"%040X","or_addresses":["10.%d.0.1:9001"],
         "last_seen":"2026-02-22 13:00:00","first_seen":"2025-01-01 00:00:00","running":true,
         "country":"%s","as":"AS%d","consensus_weight":1000,"measured":true,
         "guard_probability":%s,"middle_probability":0.0,"exit_probability":0.0,"contact":"%s"}"""
        .formatted(number, number, number, country, number, share, contact);
  }

  @BeforeEach
  void write() throws IOException {
    documents = Files.createDirectory(folder.resolve("documents"));
    Files.writeString(documents.resolve("details.json"), DETAILS);
  }

  private int run(String... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var all = new ArrayList<>(List.of("tip"));
    all.addAll(List.of(words));
    return CommandLines.execute(out, err, all);
  }

  private int split(String... more) {
    var words = new ArrayList<>(List.of("split", "--documents", documents.toString()));
    words.addAll(List.of("--now", "2026-02-22 14:00:00"));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  private Map<String, Object> json() {
    return Jsonb.instance().type(Object.class).map().fromJson(out.toString());
  }

  @Test
  void jsonHoldsRecipientsThoseLeftOutAndTheHash() {
    assertThat(split("--sat", "10000", "--group-cap", "100", "--json")).as(err.toString()).isZero();
    assertThat(out.toString().lines()).hasSize(1);
    assertThat(json())
        .containsEntry("sat", 10_000L)
        .containsKeys("recipients", "left_out", "totals");
    assertThat(out.toString()).containsPattern("\"snapshot_sha256\":\"[0-9a-f]{64}\"");
    assertThat((List<?>) json().get("recipients"))
        .hasSize(2)
        .allSatisfy(
            one ->
                assertThat(((Map<?, ?>) one).keySet())
                    .hasToString("[address, kind, relays, weight, factors, won, sat]"));
    assertThat(out.toString())
        .contains("\"address\":\"" + SEGWIT + "\"")
        .contains("\"sat\":7500")
        .contains("\"sat\":2500")
        .contains("\"bad_addresses\":1")
        .contains("\"without_address\":1");
  }

  @Test
  void theTableNamesEverybodyAndWhatToDoNext() {
    assertThat(split("--sat", "10000", "--group-cap", "100")).isZero();
    assertThat(out.toString())
        .contains("10,000 sat to 2 addresses of 2 relays")
        .contains("Donated to: all relays with a valid address")
        .contains(SEGWIT + "  7,500 sat")
        .contains("relay1")
        .contains("vested")
        .contains(
            "relay3 (bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdp) what it names is no address: its checksum")
        .contains("bulbil tip psbt");
  }

  @Test
  void filtersChooseWhomToDonateTo() {
    assertThat(split("--sat", "10000", "--country", "fr")).isZero();
    assertThat(out.toString())
        .contains(OLD + "  10,000 sat")
        .contains("country=fr")
        .doesNotContain(SEGWIT);
    assertThat(split("--sat", "10000", "--top", "1", "--json")).isZero();
    assertThat(out.toString()).contains("is not among the top 1");
    assertThat(split("--sat", "10000", "--verified")).isEqualTo(1);
    assertThat(err.toString()).contains("no valid address").contains("proves");
  }

  @Test
  void aFileIsWrittenAndVerified() throws IOException {
    var file = folder.resolve("tip.json");
    assertThat(split("--sat", "100000", "--out", file.toString())).as(err.toString()).isZero();
    assertThat(run("verify", file.toString())).as(out.toString()).isZero();
    assertThat(run("verify", file.toString(), "--documents", documents.toString(), "--json"))
        .isZero();
    assertThat(json()).containsEntry("answer", "yes");

    var touched = Files.readString(file).replace("\"sat\":100000", "\"sat\":200000");
    Files.writeString(file, touched);
    assertThat(run("verify", file.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("no");

    Files.delete(folder.resolve("tip.json.snapshot"));
    assertThat(split("--sat", "100000", "--out", file.toString())).isZero();
    Files.delete(folder.resolve("tip.json.snapshot"));
    assertThat(run("verify", file.toString())).isEqualTo(3);
    assertThat(out.toString()).contains("--snapshot");
  }

  @Test
  void aLotteryNeedsNothingButABlock() {
    var block = "ab".repeat(32);
    assertThat(split("--sat", "700", "--seed-block", block, "--json")).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("\"won\":true")
        .contains("\"seed_block\":\"" + block + "\"");
    assertThat(out.toString()).contains("took part in the lottery").contains("\"drawn\":1");
  }

  @Test
  void anotherServerOfTheProtocolIsAsked() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean isDetails = exchange.getRequestURI().getPath().equals("/details");
          var body = (isDetails ? DETAILS : "{}").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(isDetails ? 200 : 404, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      var url = "http://127.0.0.1:" + server.getAddress().getPort();
      assertThat(
              run(
                  "split",
                  "--sat",
                  "10000",
                  "--atlas",
                  url,
                  "--now",
                  "2026-02-22T14:00:00Z",
                  "--json"))
          .as(err.toString())
          .isZero();
      assertThat(json()).containsEntry("source", url);
      assertThat((List<?>) json().get("recipients")).hasSize(2);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void staleRelaysAreRefusedUnlessAskedFor() {
    assertThat(
            run(
                "split",
                "--sat",
                "10000",
                "--documents",
                documents.toString(),
                "--now",
                "2026-03-22 14:00:00"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("28 days ago").contains("--stale-after");
    assertThat(
            run(
                "split",
                "--sat",
                "10000",
                "--documents",
                documents.toString(),
                "--now",
                "2026-03-22 14:00:00",
                "--stale-after",
                "30d"))
        .isZero();
  }

  @Test
  void anAmountBelowEveryDustLimitIsRefused() {
    assertThat(split("--sat", "293")).isEqualTo(1);
    assertThat(err.toString()).contains("dust").contains("294 sat");
    assertThat(split("--sat", "10000", "--network", "regtest")).as("mixed networks").isEqualTo(1);
    assertThat(err.toString()).contains("mainnet").contains("regtest");
  }

  @ParameterizedTest
  @CsvSource({
    "--sat, 0, satoshis",
    "--country, germany, two letters",
    "--seed-block, 12, 64 hexadecimal",
    "--group-cap, 0, cap",
    "--exit-bonus, 99, exit bonus",
    "--top, 0, at least one",
    "--now, yesterday, moment",
    "--network, moon, mainnet",
    "--where, limit=3, --top",
    "--where, moon=3, moon",
    "--documents, nowhere, --documents",
  })
  void whatIsTypedWronglyIsNamed(String option, String value, String words) {
    var typed = new ArrayList<>(List.of("split", option, value));
    if (!option.equals("--sat")) {
      typed.addAll(List.of("--sat", "10000"));
    }
    if (!option.equals("--documents")) {
      typed.addAll(List.of("--documents", documents.toString()));
    }
    assertThat(run(typed.toArray(String[]::new))).as(err.toString()).isEqualTo(2);
    assertThat(err.toString()).contains(words);
  }

  @Test
  void withoutAWordItSaysWhichThereAre() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("split").contains("verify");
    assertThat(run("split", "--sat", "10000")).isEqualTo(2);
    assertThat(err.toString()).contains("--documents FOLDER or --atlas URL");
  }
}
