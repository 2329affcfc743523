package org.bulbil.atlas.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.bulbil.atlas.testing.DemoSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizesTest {

  private static final Pattern PICTURE =
      Pattern.compile("(?:src|href)=\"(/[^\"]*(?:png|css|js)[^\"]*)\"");

  @TempDir Path folder;

  /** Aim: pages are light: a list of a hundred 60 KB, a relay 30 KB, with everything 100 KB. */
  @Test
  void pagesAreLight() throws IOException {
    try (var site = new DemoSite(folder)) {
      assertThat(packed(site.get("/").body())).isLessThan(60_000);
      for (var relay : site.newest().get().relays().subList(0, 40)) {
        var page = site.get("/relay/" + relay.fingerprint());
        assertThat(packed(page.body())).isLessThan(30_000);
      }
      var relay = site.newest().get().relays().stream().filter(Filter.OURS::admits).findFirst();
      var page = site.get("/relay/" + relay.orElseThrow().fingerprint());
      long whole = packed(page.body());
      for (var found : PICTURE.matcher(DemoSite.text(page)).results().toList()) {
        var part = site.get(found.group(1));
        boolean isPacked = part.headers().getOrDefault("Content-Type", "").startsWith("image/");
        whole += isPacked ? part.body().length : packed(part.body());
      }
      assertThat(whole).isLessThan(100_000);
    }
  }

  private static int packed(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.size();
  }
}
