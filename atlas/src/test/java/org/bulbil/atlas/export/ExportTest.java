package org.bulbil.atlas.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bulbil.atlas.demo.DemoWorld;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.page.Pages;
import org.bulbil.atlas.page.Site;
import org.bulbil.atlas.page.Walk;
import org.bulbil.atlas.query.Index;
import org.bulbil.atlas.testing.DemoSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

  private static final Pattern REFERENCE = Pattern.compile("(?:href|src|srcset)=\"([^\"]*)\"");

  @TempDir static Path root;
  private static DemoSite site;
  private static Path folder;
  private static Export.Written written;

  @BeforeAll
  static void export() throws IOException {
    site = new DemoSite(root);
    folder = root.resolve("site");
    written = new Export(folder).write(new Walk(site.pages(), site.now()), _ -> {});
  }

  @AfterAll
  static void close() {
    site.close();
  }

  /** Aim: the folder can lie anywhere: each link is relative and leads to a file that is there. */
  @Test
  void everyLinkLeadsToAFile() throws IOException {
    int count = 0;
    for (var page : pages()) {
      for (var reference : references(page)) {
        var file = page.resolveSibling(reference).normalize();
        assertThat(file).as("%s in %s", reference, page).startsWith(folder).isRegularFile();
        count++;
      }
    }
    assertThat(count).isGreaterThan(5000);
  }

  private static List<Path> pages() throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".html")).toList();
    }
  }

  /** Those to this site. */
  private static List<String> references(Path page) throws IOException {
    var found = new ArrayList<String>();
    var matcher = REFERENCE.matcher(Files.readString(page));
    while (matcher.find()) {
      var reference = matcher.group(1).replace("&amp;", "&");
      if (!reference.matches("(https?|bitcoin):.*") && !reference.startsWith("#")) {
        found.add(URLDecoder.decode(reference, StandardCharsets.UTF_8));
      }
    }
    return found;
  }

  /** Aim: every relay has its page, and each kept order all of its pages. */
  @Test
  void everythingIsThere() throws IOException {
    assertThat(site.newest().get().relays())
        .allSatisfy(
            relay -> assertThat(folder.resolve("relay/" + relay.fingerprint() + ".html")).exists());
    assertThat(folder.resolve("index.html")).exists();
    assertThat(folder.resolve("list-down-weight-4.html")).exists();
    assertThat(folder.resolve("list-runway-4.html")).exists();
    assertThat(folder.resolve("lineage.html")).exists();
    assertThat(folder.resolve("feed.atom")).exists();
    try (var all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile).count()).isEqualTo(written.files());
    }
  }

  /** Aim: files offer nothing that only a server can do. */
  @Test
  void filesPromiseNoServer() throws IOException {
    assertThat(Files.readString(folder.resolve("index.html")))
        .doesNotContain("<form", "?theme=", "as JSON", "aria-sort=\"none\"><a href=\"/")
        .contains("These are files");
  }

  /** Aim: a second export replaces the first whole, and leaves nothing beside it. */
  @Test
  void aSecondExportReplacesTheFirst() throws IOException {
    var other = root.resolve("other");
    Files.createDirectories(other.resolve("assets"));
    Files.writeString(other.resolve(Export.MARK), "an export");
    Files.writeString(other.resolve("stale.html"), "gone with the next export");
    new Export(other).write(ofNothing(), _ -> {});
    assertThat(other.resolve("stale.html")).doesNotExist();
    assertThat(other.resolve("index.html")).content().contains("The map is empty");
    try (var beside = Files.list(root)) {
      assertThat(beside.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".other"));
    }
  }

  /** A map that has heard nothing yet. */
  private static Walk ofNothing() {
    var pages =
        new Pages(
            () -> new Index(Snapshot.empty()),
            site.store(),
            new Site(DemoWorld.CHAIN, Site.Kind.DEMO, Optional.empty()));
    return new Walk(pages, site.now());
  }

  /** Aim: what is no export is never deleted. */
  @Test
  void strangersFilesStay() throws IOException {
    var home = Files.createDirectories(root.resolve("home"));
    Files.writeString(home.resolve("letter.txt"), "mine");
    assertThatThrownBy(() -> new Export(home).write(ofNothing(), _ -> {}))
        .hasMessageContaining("no export of the Atlas");
    assertThat(home.resolve("letter.txt")).hasContent("mine");
  }
}
