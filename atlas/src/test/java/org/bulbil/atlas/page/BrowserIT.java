package org.bulbil.atlas.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.testing.Browser;
import org.bulbil.atlas.testing.Browser.Scripts;
import org.bulbil.atlas.testing.DemoServer;
import org.bulbil.atlas.testing.DemoSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** The pages of the invented network, seen by a browser. */
class BrowserIT {

  @TempDir static Path folder;
  private static DemoServer server;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    browser = new Browser();
    server = new DemoServer(folder, 0);
  }

  @AfterAll
  static void close() {
    if (server != null) {
      server.close();
      browser.close();
    }
  }

  @BeforeEach
  void forget() {
    browser.complaints();
    browser.requests();
  }

  /** Aim: whatever was done, nothing was complained of and nobody else was asked. */
  @AfterEach
  void nobodyElseWasAsked() {
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isNotEmpty().allMatch(url -> url.startsWith(server.uri() + "/"));
  }

  private static Relay relay() {
    return server.site().newest().get().relays().stream()
        .filter(Filter.VERIFIED::admits)
        .findFirst()
        .orElseThrow();
  }

  private static Relay hostile() {
    return server.site().newest().get().relays().stream()
        .filter(r -> String.valueOf(r.details().contact()).contains("onerror"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> paths() {
    return List.of(
        "/",
        "/?sort=runway&ours=true",
        "/?search=nobody",
        "/relay/" + relay().fingerprint(),
        "/relay/" + hostile().fingerprint(),
        "/family/" + relay().fingerprint(),
        "/lineage",
        "/tip",
        "/tip?sat=1000000&among=all",
        "/pledges",
        "/pledge/" + DemoSite.CAMPAIGN.id(),
        "/listed",
        "/about");
  }

  static Stream<Arguments> screens() {
    return Stream.of(320, 768, 1440)
        .flatMap(
            width ->
                Stream.of("light", "dark")
                    .flatMap(
                        scheme ->
                            Stream.of(Scripts.values())
                                .map(scripts -> Arguments.of(width, scheme, scripts))));
  }

  /** Aim: every page fits each screen, in both lights, with scripts and without. */
  @ParameterizedTest
  @MethodSource("screens")
  void everyPageFits(int width, String scheme, Scripts scripts) {
    browser.as(width, scheme, scripts);
    for (var path : paths()) {
      browser.open(server.uri() + path);
      assertThat(browser.run("return document.documentElement.scrollWidth"))
          .as("%s at %d pixels", path, width)
          .isEqualTo((long) width);
      assertThat(browser.one("h1").isDisplayed()).isTrue();
      assertThat(browser.one("#age").getText()).contains("Directory of 2026-11-23 12:00 UTC");
    }
  }

  /** Aim: axe finds nothing serious, on any page, wide and narrow, light and dark. */
  @ParameterizedTest
  @CsvSource({"1440, light", "1440, dark", "320, light"})
  void thereAreNoBarriers(int width, String scheme) {
    browser.as(width, scheme, Scripts.ON);
    for (var path : paths()) {
      browser.open(server.uri() + path);
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.barriers()).as("%s at %d pixels, %s", path, width, scheme).isEmpty();
      browser.complaints(); // The rules' own.
    }
  }

  /** Aim: without scripts a donor comes from the list to an address in one piece. */
  @Test
  void aDonorNeedsNoScript() {
    browser.as(1440, "light", Scripts.OFF);
    browser.open(server.uri() + "/");
    browser.one("#q").sendKeys(relay().details().nickname() + Keys.ENTER);
    browser.until("the list is searched", () -> browser.url().contains("search="));
    browser.all("th[scope=row] a").stream()
        .filter(
            link ->
                String.valueOf(link.getAttribute("href")).contains(relay().fingerprint().value()))
        .findFirst()
        .orElseThrow()
        .click();
    browser.until("its page", () -> browser.url().contains("/relay/"));
    browser.one("#address").click();
    assertThat(browser.run("return getSelection().toString()"))
        .as("one click selects the address")
        .isEqualTo(relay().addresses().getFirst().text());
    assertThat(browser.all("button.copy")).as("no button that does nothing").isEmpty();
    assertThat(browser.all("figure img")).hasSizeGreaterThan(2);
  }

  /** Aim: without scripts a donor comes from the form to a payment that his wallet can sign. */
  @Test
  void aPaymentNeedsNoScript() {
    browser.as(1440, "light", Scripts.OFF);
    browser.open(server.uri() + "/tip");
    browser.one("#sat").sendKeys("1000000");
    browser.one("#among").sendKeys("all with");
    browser.one("#sat").submit();
    browser.until("who gets what", () -> browser.url().contains("sat=1000000"));
    browser.one("#coin").sendKeys("cd".repeat(32) + ":1=2000000@" + DemoSite.DONOR);
    browser.one("#change").sendKeys(DemoSite.DONOR);
    browser.one("#rate").sendKeys("2");
    browser.one("button[value=page]").click();
    browser.until("the payment", () -> browser.url().endsWith("/tip.psbt"));
    assertThat(browser.one("#psbt").getText()).startsWith("cHNidP8B");
    assertThat(browser.complaints()).isEmpty();
  }

  /** Aim: a phone reads the address from the code. */
  @Test
  void theCodeIsTheAddress() throws Exception {
    browser.as(1440, "light", Scripts.OFF);
    browser.open(server.uri() + "/relay/" + relay().fingerprint());
    var source = String.valueOf(browser.one(".give img").getAttribute("src"));
    var image = ImageIO.read(URI.create(source).toURL());
    var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    var luminance = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    var read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(luminance)));
    assertThat(read.getText()).isEqualTo("bitcoin:" + relay().addresses().getFirst());
  }

  /** Aim: with scripts the list follows the typing, under the same address as the form's. */
  @Test
  void theListFollowsTheTyping() {
    browser.as(1440, "light", Scripts.ON);
    browser.open(server.uri() + "/");
    browser.one("#q").sendKeys("bulbil1");
    browser.until("the list is shorter", () -> count().startsWith("11 of"));
    assertThat(browser.url()).contains("search=bulbil1");
    assertThat(browser.focused().getAttribute("id")).as("the typing goes on").isEqualTo("q");
  }

  /** Asked in one go, since the script may put another one in its place at any moment. */
  private static String count() {
    return String.valueOf(browser.run("return document.querySelector('.count').textContent"));
  }

  /** Aim: with scripts an address can be copied and a graph be zoomed. */
  @Test
  void scriptsAddCopyAndZoom() {
    browser.as(1440, "dark", Scripts.ON);
    browser.open(server.uri() + "/relay/" + relay().fingerprint());
    assertThat(browser.all("button.copy")).isNotEmpty();
    browser.one("figure button").click();
    browser.until("a graph is drawn", () -> !browser.all("figure canvas").isEmpty());
    assertThat(browser.all("figure .u-legend")).isNotEmpty();
  }

  /** Aim: keys alone reach search, order, and a relay; what has the focus can be seen. */
  @Test
  void keysReachEverything() {
    browser.as(1440, "light", Scripts.OFF);
    browser.open(server.uri() + "/");
    var reached = new ArrayList<String>();
    for (int i = 0; i < 40; i++) {
      browser.focused().sendKeys(Keys.TAB);
      var now = browser.focused();
      reached.add(now.getAttribute("id") + " " + now.getAttribute("href"));
      assertThat(now.getCssValue("outline-style"))
          .as("focus on %s", now.getText())
          .isNotEqualTo("none");
    }
    assertThat(reached.getFirst()).as("the first leads past the head").endsWith("#main");
    assertThat(reached).anyMatch(at -> at.startsWith("q "));
    assertThat(reached).anyMatch(at -> at.contains("sort=name"));
    assertThat(reached).anyMatch(at -> at.contains("/relay/"));
  }
}
