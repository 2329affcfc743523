package org.bulbil.cli.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.StringWriter;
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

/** The map's command as it is typed, up to where it would serve. */
class AtlasCommandTest {

  private static final String DETAILS =
      """
      {"version":"8.0","relays_published":"2013-04-24 12:00:00","relays":[
      {"nickname":"TorkaZ","fingerprint":"000C5F55BD4814B917CC474BD537F1A3B33CCE2A",
       "or_addresses":["62.216.201.221:9001"],"last_seen":"2013-04-24 12:00:00","running":true,
       "contact":"btc:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"},
      {"nickname":"none"}],
      "bridges_published":"2013-04-24 01:07:04","bridges":[]}
      """;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path documents;

  @BeforeEach
  void write() throws IOException {
    documents = Files.createDirectory(folder.resolve("documents"));
    Files.writeString(documents.resolve("details.json"), DETAILS);
  }

  private int run(String... words) {
    var all = new ArrayList<>(List.of("atlas"));
    all.addAll(List.of(words));
    return CommandLines.execute(out, err, all);
  }

  private int once(String... more) {
    var words = new ArrayList<>(List.of("--once", "--documents", documents.toString()));
    words.addAll(List.of("--dir", folder.resolve("map").toString()));
    words.addAll(List.of("--now", "2013-04-24 12:22:22"));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  private Map<String, Object> summary() {
    return Jsonb.instance().type(Object.class).map().fromJson(out.toString());
  }

  @Test
  void onceIsOneLineOfJson() {
    assertThat(once()).as(err.toString()).isZero();
    assertThat(out.toString().lines()).hasSize(1);
    assertThat(summary())
        .containsEntry("relays", 1L)
        .containsEntry("addresses", 1L)
        .containsEntry("skipped", 1L)
        .containsEntry("refused", 0L)
        .containsEntry("bytes", (long) DETAILS.length())
        .containsEntry("relays_published", "2013-04-24 12:00:00")
        .containsKeys("seconds", "histories", "bridges", "remarks");
    assertThat(folder.resolve("map/atlas.db")).exists();
  }

  @Test
  void addressesAreThoseOfTheNetworkOnly() {
    assertThat(once("--network", "regtest")).isZero();
    assertThat(summary()).containsEntry("addresses", 0L);
  }

  @Test
  void aRefusedDocumentIsAnErrorThatNamesIt() throws IOException {
    Files.writeString(documents.resolve("uptime.json"), "{\"version\":\"8.0\"");
    assertThat(once()).isEqualTo(1);
    assertThat(summary()).containsEntry("relays", 1L).containsEntry("refused", 1L);
    assertThat(out.toString()).contains("uptime.json is cut off");
  }

  @Test
  void anotherProgramsFileIsLeftAlone() throws IOException {
    var letter = Files.writeString(folder.resolve("letter"), "Dear friend, ".repeat(100));
    assertThat(once("--db", letter.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("letter").contains("not a database");
    assertThat(letter).content().startsWith("Dear friend");
  }

  @Test
  void exportWritesPages() throws IOException {
    assertThat(once()).isZero();
    var site = folder.resolve("site");
    int code = run("export", site.toString(), "--dir", folder.resolve("map").toString(), "--json");
    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString()).contains("\"relays\":1");
    assertThat(site.resolve("index.html")).content().contains("TorkaZ");
  }

  @Test
  void anEmptyMapIsNotExported() {
    int code = run("export", folder.resolve("site").toString(), "--dir", folder.toString());
    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("the map is empty");
  }

  @ParameterizedTest
  @CsvSource({
    "--port, 70000, --port must be 0 to 65535",
    "--now, yesterday, such as \"2013-04-24 12:22:22\"",
    "--network, ripple, --network",
    "--documents, /nowhere/at/all, there is no /nowhere/at/all",
    "--onionoo, ftp://x, a server is such as https",
    "--authority, moria, a server is such as",
  })
  void whatIsTypedWronglyIsNamed(String option, String value, String words) {
    assertThat(run(option, value, "--dir", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains(words);
  }
}
