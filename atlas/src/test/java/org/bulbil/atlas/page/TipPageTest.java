package org.bulbil.atlas.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bulbil.atlas.demo.DemoWorld;
import org.bulbil.atlas.proof.Finding;
import org.bulbil.atlas.query.CurrentIndex;
import org.bulbil.atlas.testing.DemoSite;
import org.bulbil.atlas.tip.Audit;
import org.bulbil.atlas.tip.Evidence;
import org.bulbil.atlas.tip.PastTips;
import org.bulbil.atlas.tip.Recheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tip page of the invented network: a form, a table, files that can be recomputed. */
class TipPageTest {

  @TempDir static Path folder;
  private static DemoSite site;

  @BeforeAll
  static void open() {
    site = new DemoSite(folder);
    site.moveTo(DemoSite.NOON);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void theFormAsksAndNothingIsSplitYet() {
    assertThat(site.page("/tip"))
        .contains("name=\"sat\"")
        .contains("Donate to")
        .doesNotContain("<table");
  }

  @Test
  void theTableNamesAddressesFactorsAndThoseLeftOut() {
    assertThat(site.page("/tip?sat=1000000&among=all&country="))
        .contains("1,000,000 sat to ")
        .contains("<th scope=\"col\">vested</th>")
        .contains("<code class=\"address\">bcrt1")
        .contains("Who gets nothing")
        .contains("value=\"1000000\"");
  }

  @Test
  void theFilesBelongTogether() {
    var query = "?sat=1000000&among=all";
    var audit = Audit.read(site.get("/tip.json" + query).body()).answer().orElseThrow();
    var recheck = new Recheck(audit);
    var snapshot = site.get("/tip.snapshot" + query).body();
    assertThat(recheck.file().finding()).isEqualTo(Finding.YES);
    assertThat(recheck.snapshot(snapshot).finding()).isEqualTo(Finding.YES);
    assertThat(recheck.split(snapshot).finding()).isEqualTo(Finding.YES);
    assertThat(site.page("/tip" + query))
        .contains(audit.snapshotSha256())
        .contains("/tip.snapshot?sat=1000000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sat=0",
        "sat=1e9",
        "sat=9999999999999999",
        "among=moon",
        "country=germany",
        "moon=1",
        "top=0"
      })
  void whatIsNotUnderstoodIsSaid(String query) {
    var answer = site.get("/tip?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(DemoSite.text(answer)).contains("class=\"warning\"");
  }

  @Test
  void whereNobodyCanBePaidItIsSaid() {
    assertThat(site.page("/tip?sat=100")).contains("class=\"warning\"").contains("dust");
    assertThat(site.page("/tip?sat=1000&seed_block=12")).contains("64 hexadecimal");
    assertThat(site.get("/tip.json").status()).isEqualTo(400);
  }

  @Test
  void donationsThatWereMadeAreShownWithTheirHashes() throws IOException {
    var query = "?sat=1000000&among=all";
    var past = Files.createDirectory(folder.resolve("past"));
    var audit = site.get("/tip.json" + query).body();
    Files.write(past.resolve("2026-11-23.json"), audit);
    Files.write(past.resolve("2026-11-23.json.snapshot"), site.get("/tip.snapshot" + query).body());
    Files.writeString(past.resolve("other.json"), "{}");
    Files.writeString(past.resolve("secret.txt"), "secret");
    var shown = new PastTips(past);
    assertThat(shown.newest())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.sha256()).isEqualTo(Evidence.hash(audit));
              assertThat(one.hasSnapshot()).isTrue();
            });
    assertThat(shown.file("2026-11-23.json")).contains(audit);
    assertThat(shown.file("secret.txt")).isEmpty();
    assertThat(shown.file("../past/2026-11-23.json")).isEmpty();
    assertThat(new PastTips(folder.resolve("nowhere")).newest()).isEmpty();
    var pages =
        new Pages(
            new CurrentIndex(site.newest()),
            site.store(),
            new Site(DemoWorld.CHAIN, Site.Kind.DEMO, Optional.empty()),
            Optional.of(shown));
    var page =
        new String(
            pages.page(Place.TIP, new SiteLinks(Optional.empty()), DemoSite.NOON).bytes(), UTF_8);
    assertThat(page)
        .contains("Donations that were made")
        .contains("/tips/2026-11-23.json.snapshot")
        .contains(Evidence.hash(audit));
    var file =
        pages.page(
            new Place("/tips/2026-11-23.json"), new SiteLinks(Optional.empty()), DemoSite.NOON);
    assertThat(file.bytes()).isEqualTo(audit);
  }
}
