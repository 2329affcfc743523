package org.bulbil.atlas.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bulbil.atlas.testing.Browser;
import org.bulbil.atlas.testing.Browser.Scripts;
import org.bulbil.atlas.testing.DemoServer;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aim: the pictures in the documents can be made anew; their folder is the property's value. */
@EnabledIfSystemProperty(
    named = "screenshots",
    matches = "/.+",
    disabledReason = "made by hand only: -Dscreenshots=$PWD/docs/atlas -Dit.test=ScreenshotsIT")
class ScreenshotsIT {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "list, 1440, light, ON",
    "list, 320, dark, OFF",
    "relay, 768, light, ON",
    "relay, 320, light, OFF",
    "lineage, 1440, dark, OFF"
  })
  void isPictured(String page, int width, String scheme, Scripts scripts) throws IOException {
    try (var browser = new Browser();
        var server = new DemoServer(folder, 0)) {
      browser.as(width, scheme, scripts);
      browser.open(server.uri() + path(page, server));
      var name = "%s-%d-%s.png".formatted(page, width, scheme);
      var file = Path.of(System.getProperty("screenshots")).resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, browser.screenshot());
      assertThat(file).isNotEmptyFile();
    }
  }

  private static String path(String page, DemoServer server) {
    return switch (page) {
      case "list" -> "/?ours=true&sort=runway";
      case "relay" ->
          "/relay/"
              + server.site().newest().get().relays().stream()
                  .filter(Filter.VERIFIED::admits)
                  .findFirst()
                  .orElseThrow()
                  .fingerprint();
      default -> "/" + page;
    };
  }
}
