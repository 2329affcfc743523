package org.bulbil.atlas.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.atlas.demo.DemoWorld;
import org.bulbil.atlas.proof.Finding;
import org.bulbil.atlas.query.CurrentIndex;
import org.bulbil.atlas.testing.DemoSite;
import org.bulbil.atlas.tip.Audit;
import org.bulbil.atlas.tip.Evidence;
import org.bulbil.atlas.tip.PastTips;
import org.bulbil.atlas.tip.Recheck;
import org.bulbil.atlas.web.Answer;
import org.bulbil.atlas.web.Form;
import org.bulbil.bitcoin.pledge.PledgeFiles;
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
            new Giving(Optional.of(shown), Optional.empty(), Optional.empty()));
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

  private static final String COIN = "cd".repeat(32) + ":1=2000000@" + DemoSite.DONOR;

  private Answer pay(Map<String, String> more) {
    var query = "?sat=1000000&among=all";
    var audit = Audit.read(site.get("/tip.json" + query).body()).answer().orElseThrow();
    var fields = new HashMap<String, List<String>>();
    Map.of("sat", "1000000", "among", "all", "snapshot", audit.snapshotSha256(), "fee_rate", "2.5")
        .forEach((name, value) -> fields.put(name, List.of(value)));
    more.forEach((name, value) -> fields.put(name, List.of(value)));
    return site.room().take(new Form("/tip.psbt", fields)).orElseThrow();
  }

  /** A coin of the donor's own word: this map asks no chain, and needs no key. */
  @Test
  void thePaymentIsMadeForACoinThatIsNamed() {
    var page = pay(Map.of("coin", COIN, "change", DemoSite.DONOR));
    assertThat(page.status()).as(DemoSite.text(page)).isEqualTo(200);
    assertThat(page.headers().get("Cache-Control")).isEqualTo("no-store");
    assertThat(DemoSite.text(page))
        .contains("Pays ")
        .contains(" from 1 coin.")
        .contains("cHNidP8B");
    var file = pay(Map.of("coin", COIN, "change", DemoSite.DONOR, "as", "file"));
    assertThat(new String(file.body(), 0, 4, UTF_8)).isEqualTo("psbt");
  }

  @Test
  void aPaymentThatCannotBeMadeIsExplained() {
    var named = Map.of("coin", COIN, "change", DemoSite.DONOR);
    assertThat(refusal(named, "snapshot", "00")).contains("has had news");
    assertThat(refusal(named, "fee_rate", "fast")).contains("satoshis per virtual byte");
    assertThat(refusal(named, "coin", "moon")).contains("is no coin");
    assertThat(refusal(named, "coin", "")).contains("say whose coins");
    assertThat(refusal(named, "change", "")).contains("change: say where the rest goes");
    assertThat(refusal(named, "sat", "0")).contains("whole number above 0");
    assertThat(refusal(named, "coin", COIN.replace("2000000", "2000"))).contains("do not reach");
    assertThat(refusal(named, "coin", "cd".repeat(32) + ":1")).contains("asks no chain server");
  }

  @Test
  void aPrivateKeyIsNotRepeated() {
    var secret =
        "tprv8ZgxMBicQKsPd7Uf69XL1XwhmjHopUGep8GuEiJDZmbQz6o58LninorQAfcKZWARbtRtfnLcJ5MQ2AtHcQJCCRUcMRvmDUjyEmNUWwx8UbK";
    assertThat(refusal(Map.of(), "from", "wpkh(" + secret + "/*)"))
        .contains("from: ")
        .doesNotContain(secret);
  }

  private String refusal(Map<String, String> named, String name, String value) {
    var fields = new HashMap<>(named);
    fields.put(name, value);
    var answer = pay(fields);
    assertThat(answer.status()).as(name + "=" + value).isEqualTo(400);
    return DemoSite.text(answer);
  }

  @Test
  void linesForWalletsSumUpToTheDonation() {
    var query = "?sat=1000000&among=all&unit=sat";
    var lines = DemoSite.text(site.get("/tip.csv" + query)).lines().toList();
    assertThat(lines).hasSizeGreaterThan(1);
    assertThat(lines.stream().mapToLong(line -> Long.parseLong(line.split(",", 2)[1])).sum())
        .isEqualTo(1_000_000);
    assertThat(site.get("/tip.csv" + query.replace("=sat", "=oz")).status()).isEqualTo(400);
  }

  /** The whole donation as the least that is paid, with a block: one winner, to scan. */
  @Test
  void oneWinnerOfALotteryCanBeScanned() {
    var query = "?sat=20000&among=all&least=20000&seed_block=" + "ab".repeat(32);
    assertThat(site.page("/tip" + query))
        .contains("won by lottery")
        .contains("href=\"bitcoin:bcrt1")
        .contains("?amount=0.00020000")
        .contains("/tip.png?");
    assertThat(site.get("/tip.png" + query).headers()).containsEntry("Content-Type", "image/png");
    assertThat(site.get("/tip.png?sat=1000000&among=all").status()).isEqualTo(400);
  }

  private static final String PLEDGE = "/pledge/" + DemoSite.CAMPAIGN.id();

  @Test
  void campaignsAreShownAndRefuseWhatIsNoPledge() {
    assertThat(site.page("/tip")).contains("href=\"/pledges\"");
    assertThat(site.page("/pledges")).contains(PLEDGE).contains("One more &lt;relay&gt;");
    assertThat(site.page(PLEDGE)).contains("0 of 20,000 sat").contains("Nothing yet");
    assertThat(DemoSite.text(site.get(PLEDGE + "/campaign.json")))
        .isEqualTo(PledgeFiles.write(DemoSite.CAMPAIGN));
    assertThat(site.get(PLEDGE + "/../one.json").status()).isEqualTo(404);
    var answer =
        site.room().take(new Form(PLEDGE, Map.of("pledge", List.of("<b>{}</b>")))).orElseThrow();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(DemoSite.text(answer)).contains("Not taken: it is no pledge").doesNotContain("<b>");
  }

  @Test
  void otherPlacesTakeNoForm() {
    assertThat(site.room().take(new Form("/tip", Map.of()))).isEmpty();
    assertThat(site.room().take(new Form("/pledge/0123456789abcdef", Map.of()))).isEmpty();
  }
}
