package org.bulbil.atlas.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bulbil.atlas.network.OwnPage.Proof;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.testing.DemoSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the invented network, as text. */
class PagesTest {

  private static final Pattern ROW =
      Pattern.compile("<th scope=\"row\"><a href=\"/relay/([0-9A-F]{40})");

  @TempDir static Path folder;
  private static DemoSite site;

  @BeforeAll
  static void open() {
    site = new DemoSite(folder);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @BeforeEach
  void atNoon() {
    site.moveTo(DemoSite.NOON);
  }

  private static List<String> rows(String url) {
    return ROW.matcher(site.page(url)).results().map(row -> row.group(1)).toList();
  }

  private static List<Relay> relays() {
    return site.newest().get().relays();
  }

  private static Relay ours() {
    return relays().stream()
        .filter(relay -> relay.page().map(p -> p.proof() instanceof Proof.Verified).orElse(false))
        .findFirst()
        .orElseThrow();
  }

  private static String pageOf(Relay relay) {
    return site.page("/relay/" + relay.fingerprint());
  }

  /** Aim: every relay stands on exactly one page of the list, in each order. */
  @ParameterizedTest
  @ValueSource(
      strings = {"-weight", "weight", "name", "-name", "runway", "-balance", "country", "since"})
  void pagesOfTheListDoNotOverlap(String sort) {
    var seen = new ArrayList<String>();
    for (int offset = 0; offset < 400; offset += 100) {
      seen.addAll(rows("/?sort=" + sort + "&offset=" + offset));
    }
    assertThat(seen)
        .doesNotHaveDuplicates()
        .hasSameSizeAs(relays())
        .containsExactlyInAnyOrderElementsOf(
            relays().stream().map(relay -> relay.fingerprint().value()).toList());
  }

  /** Aim: sorting sorts, and says so to who cannot see it. */
  @Test
  void sortingSorts() {
    var weights =
        rows("/?sort=-weight").stream()
            .map(fp -> site.newest().get().relay(new org.bulbil.tor.Fingerprint(fp)).orElseThrow())
            .map(relay -> relay.details().consensusWeight())
            .toList();
    assertThat(weights).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(site.page("/?sort=name")).contains("aria-sort=\"ascending\"><a href=\"/?sort=-name");
  }

  /** Aim: Onionoo's syntax finds what it says, and filters hold together with it. */
  @Test
  void searchFinds() {
    var relay = relays().getFirst();
    assertThat(rows("/?search=" + relay.fingerprint().value().substring(0, 12)))
        .containsExactly(relay.fingerprint().value());
    assertThat(rows("/?search=country:is+flag:Exit"))
        .isNotEmpty()
        .allSatisfy(fp -> assertThat(site.page("/relay/" + fp)).contains("Iceland", "Exit"));
    assertThat(rows("/?search=bulbil&ours=true")).hasSize(42);
    assertThat(rows("/?search=bulbil&ours=true&running=false")).hasSize(4);
    assertThat(rows("/?verified=true"))
        .hasSize((int) relays().stream().filter(Filter.VERIFIED::admits).count());
    assertThat(site.page("/?search=nobodyhasthisname")).contains("0 of 304 relays");
  }

  /** Aim: what breaks a rule is answered by 400, a page, the rule, and no echo of tags. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?sort=beauty",
        "/?offset=-1",
        "/?offset=99999999999",
        "/?country=germany",
        "/?search=nokey:x",
        "/?limit=5",
        "/?%3Cscript%3E=1"
      })
  void brokenRulesAre400(String url) {
    var answer = site.get(url);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(DemoSite.text(answer)).contains("That did not work").doesNotContain("<script>=");
  }

  /** Aim: what is not there is 404 with a page, and another writing of a fingerprint moves. */
  @Test
  void whatIsNotThereIs404() {
    assertThat(site.get("/relay/" + "0".repeat(40)).status()).isEqualTo(404);
    assertThat(site.get("/nothing").status()).isEqualTo(404);
    assertThat(site.get("/assets/../style.css").status()).isEqualTo(404);
    var relay = relays().getFirst().fingerprint().value();
    assertThat(site.get("/relay/" + relay + "/bandwidth-9_years-light.png").status())
        .isEqualTo(404);
    var moved = site.get("/relay/$" + relay.toLowerCase(java.util.Locale.ROOT) + "?theme=dark");
    assertThat(moved.status()).isEqualTo(301);
    assertThat(moved.headers()).containsEntry("Location", "/relay/" + relay + "?theme=dark");
  }

  /** Aim: a donor finds everything on one page. */
  @Test
  void aDonorFindsEverything() {
    var relay = ours();
    var address = relay.addresses().getFirst().text();
    assertThat(pageOf(relay))
        .contains("<code class=\"address\" id=\"address\">" + address + "</code>")
        .contains("alt=\"bitcoin:" + address + "\"")
        .contains("href=\"bitcoin:" + address + "?amount=0.", "1 month", "3 months", "12 months")
        .contains("bulbil verify " + relay.fingerprint(), "Verified: ")
        .contains("Cost per delivered terabyte", "days of rent", "Paid until", "<meter")
        .contains("Parent", "Generation", "What it decided", "own page")
        .contains("bandwidth-1_month-dark.png?v=", "uptime-6_months-light.png?v=")
        .contains("<picture><source media=\"(prefers-color-scheme: dark)\"");
  }

  /** Aim: what strangers wrote stays text: no tag, no attribute, no hidden character. */
  @Test
  void strangersWriteNoHtml() {
    int hostile = 0;
    for (var relay : relays()) {
      var page = pageOf(relay);
      assertThat(page)
          .doesNotContain("<script>alert", "<img src=x", "<svg", "<h1>Send", "\u202e", "\u200b")
          .doesNotContain("href=\"javascript", "user@example", "\u001b", "\ufeff");
      assertThat(page).doesNotContainPattern(" on[a-z]+=\"| style=\"");
      hostile += page.contains("&lt;script&gt;alert(1)") || page.contains("⟨U+202E⟩") ? 1 : 0;
    }
    assertThat(hostile).as("the demo has hostile contact lines").isGreaterThan(1);
  }

  /** Aim: no operator's mail address is whole on any page. */
  @Test
  void noMailAddressIsWhole() {
    for (var relay : relays()) {
      assertThat(pageOf(relay))
          .doesNotContain("gardener[]", "gardener@", "noc[]", "abuse[]", "admin[]", "somebody AT");
    }
  }

  /** Aim: links that strangers wrote tell nobody where the reader comes from. */
  @Test
  void outsideLinksAreMarked() {
    var outside = Pattern.compile("<a href=\"https?:[^>]*>");
    var found =
        relays().stream()
            .flatMap(relay -> outside.matcher(pageOf(relay)).results())
            .map(link -> link.group())
            .toList();
    assertThat(found)
        .isNotEmpty()
        .allMatch(link -> link.contains("rel=\"nofollow noreferrer noopener\""));
  }

  /** Aim: a chosen light is kept through every link and form of a page. */
  @ParameterizedTest
  @ValueSource(strings = {"/?theme=dark", "/lineage?theme=dark", "/about?theme=dark"})
  void theThemeIsKept(String url) {
    var page = site.page(url);
    assertThat(page).contains("data-theme=\"dark\"");
    assertThat(
            Pattern.compile("<a [^>]*href=\"(/[^\"]*)\"")
                .matcher(page)
                .results()
                .map(m -> m.group(1)))
        .filteredOn(href -> !href.startsWith("/details") && !href.startsWith("/summary"))
        .filteredOn(href -> !href.startsWith("/assets"))
        .allMatch(href -> href.contains("theme=dark") || href.contains("theme=light"));
    assertThat(site.page("/relay/" + ours().fingerprint() + "?theme=dark"))
        .doesNotContain("<picture>", "-light.png");
  }

  /** Aim: pictures are kept for ever under an address that names their content, and no other. */
  @Test
  void picturesAreImmutable() {
    var found =
        Pattern.compile("src=\"(/relay/[^\"]*png\\?v=[0-9a-f]{16})\"").matcher(pageOf(ours()));
    assertThat(found.find()).isTrue();
    assertThat(site.get(found.group(1)).headers())
        .containsEntry("Content-Type", "image/png")
        .hasEntrySatisfying("Cache-Control", value -> assertThat(value).contains("immutable"));
    var other = found.group(1).replaceFirst("v=.*", "v=0123456789abcdef");
    assertThat(site.get(other).headers().get("Cache-Control")).doesNotContain("immutable");
  }

  /** Aim: with all sources dead for hours the pages still answer, and say how old they are. */
  @ParameterizedTest
  @CsvSource({
    "60, 60 minutes old, false",
    "115, 115 minutes old, false",
    "600, 10 hours old, true"
  })
  void deadSourcesLeaveThePages(int minutes, String age, boolean warned) {
    site.moveTo(DemoSite.NOON.plus(Duration.ofMinutes(minutes)));
    for (var url :
        List.of("/", "/lineage", "/about", "/listed", "/relay/" + ours().fingerprint())) {
      var page = site.page(url);
      assertThat(page).contains(age);
      assertThat(page.contains("<strong>Old.</strong>")).isEqualTo(warned);
    }
  }

  /** Aim: a page that has not changed has the same tag. */
  @Test
  void unchangedPagesHaveTheSameTag() {
    var tag = site.get("/lineage").headers().get("ETag");
    assertThat(site.ask("/lineage", Map.of()).headers().get("ETag")).isEqualTo(tag);
    assertThat(site.get("/about").headers().get("ETag")).isNotEqualTo(tag);
  }

  /** Aim: the feed is well-formed, and tells of births, deaths and gifts. */
  @Test
  void theFeedIsWellFormed() throws Exception {
    var feed = site.get("/feed.atom");
    var document =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(feed.body()));
    var ids = document.getElementsByTagName("id");
    assertThat(ids.getLength()).isBetween(30, 61);
    assertThat(DemoSite.text(feed))
        .contains("urn:bulbil:birth:", "urn:bulbil:death:", "urn:bulbil:gift:");
  }

  /** Aim: three generations hang together, and each relay of ours stands once. */
  @Test
  void theLineageIsATree() {
    var page = site.page("/lineage");
    for (var relay : relays().stream().filter(Filter.OURS::admits).toList()) {
      assertThat(page).containsOnlyOnce("/relay/" + relay.fingerprint() + "\"");
    }
    assertThat(page).contains("generation 0", "generation 1", "generation 2", "dead or away");
    assertThat(page.split("<ul", -1)).hasSizeGreaterThan(10);
  }
}
