package org.bulbil.agent.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder becomes one file that says by its hash what visitors will see, or it is told why not.
 */
class PackingTest {

  @TempDir Path place;
  private Path folder;
  private Path archive;

  @BeforeEach
  void makeASite() throws IOException {
    folder = Files.createDirectory(place.resolve("site"));
    archive = place.resolve("site.zip");
    write("index.html", "<h1>first</h1>");
    write("blog/post.html", "<p>words</p>");
    write("blog/träume.html", "<p>dreams</p>");
  }

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Content packed() {
    return Packing.pack(folder, archive).answer().orElseThrow();
  }

  private void refused(String words) {
    var ended = Packing.pack(folder, archive);
    assertThat(ended).isInstanceOf(Outcome.Refused.class);
    assertThat(ended.summary()).contains(words);
    assertThat(archive).doesNotExist();
    assertThat(place.toFile().list()).doesNotContain("site.zip.new");
  }

  @Test
  void whatIsPackedIsLaidOutAgainAndReadOnly() throws IOException {
    var content = packed();
    var files = place.resolve("shown");
    Unpacking.unpack(archive, content.hash(), files);
    assertThat(files.resolve("index.html")).hasContent("<h1>first</h1>");
    assertThat(files.resolve("blog/träume.html")).hasContent("<p>dreams</p>");
    assertThat(mode(files.resolve("blog/post.html"))).isEqualTo("r--r--r--");
    assertThat(mode(files.resolve("blog"))).isEqualTo("r-xr-xr-x");
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  /** Times, modes, hidden files and empty folders are no part of what visitors see. */
  @Test
  void theHashFollowsFromNamesAndContentsAlone() throws IOException {
    var before = packed();
    Files.setLastModifiedTime(folder.resolve("index.html"), FileTime.from(Instant.EPOCH));
    Files.setPosixFilePermissions(
        folder.resolve("index.html"), PosixFilePermissions.fromString("rwx------"));
    Files.createDirectory(folder.resolve("nothing"));
    write(".git/config", "secret");
    assertThat(packed()).isEqualTo(before);
    write("blog/post.html", "<p>other words</p>");
    assertThat(packed()).isNotEqualTo(before);
  }

  /** Browsers tell pages apart by time and size, whichever server they ask. */
  @Test
  void filesHaveATimeThatFollowsFromTheContent() throws IOException {
    var content = packed();
    Unpacking.unpack(archive, content.hash(), place.resolve("one"));
    Unpacking.unpack(archive, content.hash(), place.resolve("two"));
    var time = Files.getLastModifiedTime(place.resolve("one/index.html"));
    assertThat(Files.getLastModifiedTime(place.resolve("two/index.html"))).isEqualTo(time);
    write("index.html", "<h1>FIRST</h1>");
    Unpacking.unpack(archive, packed().hash(), place.resolve("three"));
    assertThat(Files.getLastModifiedTime(place.resolve("three/index.html"))).isNotEqualTo(time);
  }

  @Test
  void anUnpackingThatWasKilledIsMadeAnew() throws IOException {
    var content = packed();
    var half = Files.createDirectories(place.resolve("shown.new/blog"));
    Files.writeString(half.resolve("index.html"), "half");
    Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("r-xr-xr-x"));
    Unpacking.unpack(archive, content.hash(), place.resolve("shown"));
    assertThat(place.resolve("shown/blog/index.html")).doesNotExist();
    assertThat(place.resolve("shown/index.html")).exists();
  }

  @Test
  void anEmptyFolderIsRefused() throws IOException {
    folder = Files.createDirectory(place.resolve("empty"));
    refused("is empty");
  }

  @Test
  void aFolderWithoutFirstPageIsRefused() throws IOException {
    Files.delete(folder.resolve("index.html"));
    refused("no index.html");
  }

  @Test
  void whatIsNoFolderIsRefused() {
    folder = folder.resolve("index.html");
    refused("is not a folder");
  }

  @Test
  void aLinkThatLeadsOutIsRefused() throws IOException {
    Files.writeString(place.resolve("secret"), "words");
    Files.createSymbolicLink(folder.resolve("leak.html"), place.resolve("secret"));
    refused("link out of the folder");
  }

  @Test
  void aLinkToAFolderOrToNothingIsRefused() throws IOException {
    var link = Files.createSymbolicLink(folder.resolve("again"), folder.resolve("blog"));
    refused("link to a folder");
    Files.delete(link);
    Files.createSymbolicLink(link, folder.resolve("nothing"));
    refused("link to nothing");
  }

  @Test
  void aLinkWithinTheFolderIsAFile() throws IOException {
    Files.createSymbolicLink(folder.resolve("home.html"), Path.of("index.html"));
    Unpacking.unpack(archive, packed().hash(), place.resolve("shown"));
    assertThat(place.resolve("shown/home.html")).hasContent("<h1>first</h1>");
  }

  @Test
  void aFileThatOnlyTheAgentWritesIsRefused() throws IOException {
    write(".well-known/bulbil.json", "{}");
    refused("written by the agent itself");
  }

  @Test
  void aFileThatIsWrittenToMeanwhileIsNoticed() throws Exception {
    write("large.bin", "x".repeat(16 << 20));
    var writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!Thread.currentThread().isInterrupted()) {
                    append();
                  }
                });
    try {
      refused("changes while it is read");
    } finally {
      writer.interrupt();
      writer.join();
    }
  }

  private void append() {
    try {
      Files.writeString(folder.resolve("large.bin"), "y", StandardOpenOption.APPEND);
    } catch (IOException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anArchiveThatLeadsOutOfItsFolderIsNotLaidOut() throws IOException {
    for (var name : List.of("../out.html", "/etc/out", "a/../../out", ".git/config")) {
      try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(1);
        zip.closeEntry();
      }
      var hash = Content.of(archive).hash();
      assertThatIOException()
          .as(name)
          .isThrownBy(() -> Unpacking.unpack(archive, hash, place.resolve("shown")));
      assertThat(place.resolve("shown")).doesNotExist();
    }
  }
}
