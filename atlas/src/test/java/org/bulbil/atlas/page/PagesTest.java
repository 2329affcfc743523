package org.bulbil.atlas.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bulbil.atlas.testing.DemoSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {

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

  @Test
  void dump() throws IOException {
    var out = Files.createDirectories(Path.of("target/dump"));
    var ours =
        site.newest().get().relays().stream()
            .filter(r -> r.page().isPresent())
            .findFirst()
            .orElseThrow();
    Files.writeString(out.resolve("index.html"), site.page("/"));
    Files.writeString(out.resolve("relay.html"), site.page("/relay/" + ours.fingerprint()));
    Files.writeString(out.resolve("lineage.html"), site.page("/lineage"));
    Files.writeString(out.resolve("family.html"), site.page("/family/" + ours.fingerprint()));
    Files.writeString(out.resolve("about.html"), site.page("/about"));
    Files.writeString(out.resolve("listed.html"), site.page("/listed"));
    Files.writeString(out.resolve("feed.atom"), site.page("/feed.atom"));
    assertThat(site.get("/relay/" + ours.fingerprint() + "/qr.png").status()).isEqualTo(200);
  }
}
