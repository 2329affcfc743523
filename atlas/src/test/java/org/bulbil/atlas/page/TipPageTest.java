package org.bulbil.atlas.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bulbil.atlas.proof.Finding;
import org.bulbil.atlas.testing.DemoSite;
import org.bulbil.atlas.tip.Audit;
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
}
