package org.bulbil.agent.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Executors;
import org.bulbil.agent.bundle.Allowance;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.testing.MachineTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Content passes from server to server by its hash, whole or not at all. */
class ContentDoorTest {

  @TempDir Path place;
  private Path archive;
  private Content content;
  private HttpServer server;
  private ContentShelf parent;

  @BeforeEach
  void open() throws IOException {
    var folder = Files.createDirectory(place.resolve("site"));
    Files.writeString(folder.resolve("index.html"), "<h1>words</h1>");
    archive = place.resolve("site.zip");
    content = Packing.pack(folder, archive).answer().orElseThrow();
    parent = new ContentShelf(content, place.resolve("parent"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    var allowance = new Allowance(Allowance.Bounds.ofMirror(), new MachineTime());
    server.createContext(ContentDoor.PATH, new ContentDoor(parent, allowance));
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private URI door() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + ContentDoor.PATH);
  }

  @Test
  void aChildFetchesWhatItsParentShows() {
    parent.fill(archive);
    var child = new ContentShelf(content, place.resolve("child"));
    try (var errand = new ContentErrand(child)) {
      assertThat(errand.fetch(List.of(door()))).isEqualTo(Outcome.done(child.files()));
      assertThat(errand.fetch(List.of())).isEqualTo(Outcome.done(child.files()));
    }
    assertThat(child.files().resolve("index.html")).hasContent("<h1>words</h1>");
    assertThat(child.archive()).hasSameBinaryContentAs(archive);
  }

  @Test
  void aSourceThatHasItNotIsPassedOver() throws IOException {
    parent.fill(archive);
    var nobody = URI.create("http://127.0.0.1:1" + ContentDoor.PATH);
    var child = new ContentShelf(content, place.resolve("child"));
    try (var errand = new ContentErrand(child)) {
      assertThat(errand.fetch(List.of(nobody)).summary()).contains("127.0.0.1:1");
      assertThat(child.isFull()).isFalse();
      assertThat(errand.fetch(List.of(nobody, door()))).isInstanceOf(Outcome.Done.class);
    }
  }

  @Test
  void aLauncherBringsAFounderItsContent() {
    try (var errand = new ContentErrand(new ContentShelf(content, place.resolve("unused")))) {
      assertThat(errand.bring(door(), archive)).isInstanceOf(Outcome.Done.class);
      assertThat(parent.files().resolve("index.html")).hasContent("<h1>words</h1>");
      assertThat(errand.bring(door(), archive)).isInstanceOf(Outcome.Done.class);
    }
  }

  /** More than one request holds; and a launcher that was killed on the way begins anew. */
  @Test
  void aLargeContentIsBroughtPartByPart() throws IOException {
    server.removeContext(ContentDoor.PATH);
    var folder = Files.createDirectory(place.resolve("large"));
    Files.writeString(folder.resolve("index.html"), "x".repeat(3_000_000));
    content = Packing.pack(folder, archive).answer().orElseThrow();
    parent = new ContentShelf(content, place.resolve("parent"));
    var allowance = new Allowance(Allowance.Bounds.ofMirror(), new MachineTime());
    server.createContext(ContentDoor.PATH, new ContentDoor(parent, allowance));
    parent.take(0, new ByteArrayInputStream(new byte[1000]));
    assertThat(parent.take(7, new ByteArrayInputStream(new byte[1000])).summary())
        .contains("begins at byte 1000");
    try (var errand = new ContentErrand(new ContentShelf(content, place.resolve("unused")))) {
      assertThat(errand.bring(door(), archive)).isInstanceOf(Outcome.Done.class);
    }
    assertThat(parent.archive()).hasSameBinaryContentAs(archive);
    assertThat(parent.files().resolve("index.html")).hasSize(3_000_000);
  }

  @Test
  void contentThatChangedOnItsWayIsNotKept() throws IOException {
    Files.writeString(archive, "x", StandardOpenOption.APPEND);
    try (var errand = new ContentErrand(new ContentShelf(content, place.resolve("unused")))) {
      assertThat(errand.bring(door(), archive).summary()).contains("changed on its way");
    }
    assertThat(parent.isFull()).isFalse();
    assertThat(place.resolve("parent").toFile().list()).isEmpty();
  }

  /** As when somebody writes to the parent's disk: what is handed on is what the hash says. */
  @Test
  void anArchiveThatChangesAtTheParentIsHandedOnNoMore() throws IOException {
    parent.fill(archive);
    Files.writeString(parent.archive(), "x", StandardOpenOption.APPEND);
    var child = new ContentShelf(content, place.resolve("child"));
    try (var errand = new ContentErrand(child)) {
      assertThat(errand.fetch(List.of(door()))).isInstanceOf(Outcome.Refused.class);
    }
    assertThat(child.isFull()).isFalse();
  }
}
