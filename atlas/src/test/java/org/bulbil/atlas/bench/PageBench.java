package org.bulbil.atlas.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.bulbil.atlas.demo.DemoWorld;
import org.bulbil.atlas.ingest.DocumentsFolder;
import org.bulbil.atlas.ingest.Source;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.page.PageRoom;
import org.bulbil.atlas.page.Pages;
import org.bulbil.atlas.page.Site;
import org.bulbil.atlas.query.Index;
import org.bulbil.atlas.server.AtlasServer;
import org.bulbil.atlas.store.SqlStore;
import org.bulbil.atlas.web.Ask;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.time.Time;

/** Sizes and times of pages; see bench/atlas-pages. */
final class PageBench {

  private static final Pattern PICTURE =
      Pattern.compile("(?:src|href)=\"(/[^\"]*(?:png|css|js)[^\"]*)\"");

  private static final int RATE = 200;
  private static final int SECONDS = 20;

  private PageBench() {}

  /** A clock whose minutes pass at will, so that nothing is found on a shelf. */
  private static final class Clock implements Time {
    private Instant now;

    Clock(Instant now) {
      this.now = now;
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public void pause(Duration length) {
      now = now.plus(length);
    }
  }

  /** Begins with a folder for the store, and the folder of documents, if there is one. */
  public static void main(String[] arguments) throws Exception {
    var folder = Files.createTempDirectory("atlas-pages");
    var sample = sample();
    var clock = new Clock(Instant.parse("2026-11-23T12:00:00Z"));
    var chain = sample.isPresent() ? Chain.MAINNET : DemoWorld.CHAIN;
    Source source = sample.<Source>map(DocumentsFolder::new).orElseGet(() -> new DemoWorld(clock));
    try (var store = SqlStore.open(folder.resolve("atlas.db").toString(), chain, clock)) {
      System.out.println("from " + source.name() + ": " + source.bringUpToDate(store).summary());
      var snapshot = store.snapshot();
      var index = new Index(snapshot);
      var site = new Site(chain, Site.Kind.REAL, Optional.empty());
      var room = new PageRoom(new Pages(() -> index, store, site), clock);
      sizes(room, snapshot);
      cpu(room, snapshot, clock);
      load(room);
    }
  }

  private static Optional<Path> sample() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var found = at.resolveSibling("shared").resolve("data").resolve("onionoo");
      if (Files.isDirectory(found)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static byte[] body(PageRoom room, String link) {
    var parts = link.split("\\?", 2);
    return room.answer(Ask.of(parts[0], parts.length > 1 ? parts[1] : "")).orElseThrow().body();
  }

  private static void sizes(PageRoom room, Snapshot snapshot) throws IOException {
    System.out.printf(
        "list of 100 relays, gzipped: %,d bytes (aim 60,000)%n", packed(body(room, "/")));
    long most = 0;
    long mostWhole = 0;
    for (var relay : snapshot.relays().subList(0, Math.min(300, snapshot.relays().size()))) {
      var page = body(room, "/relay/" + relay.fingerprint());
      long whole = packed(page);
      most = Math.max(most, whole);
      for (var found : PICTURE.matcher(new String(page, UTF_8)).results().toList()) {
        var part = body(room, found.group(1));
        whole += found.group(1).contains("png") ? part.length : packed(part);
      }
      mostWhole = Math.max(mostWhole, whole);
    }
    System.out.printf("heaviest of 300 relay pages, gzipped: %,d bytes (aim 30,000)%n", most);
    System.out.printf(
        "the same with pictures, style, script: %,d bytes (aim 100,000)%n", mostWhole);
  }

  private static int packed(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.size();
  }

  /** A minute passes before each, so that the page is made anew. */
  private static void cpu(PageRoom room, Snapshot snapshot, Clock clock) {
    var relays = snapshot.relays();
    for (int round = 0; round < 2; round++) { // The first one warms up.
      var lists = micros(200, i -> body(room, "/?offset=" + i % 50 * 100), clock);
      var searches = micros(200, _ -> body(room, "/?search=quetz"), clock);
      var pages =
          micros(
              300,
              i -> body(room, "/relay/" + relays.get(i * 31 % relays.size()).fingerprint()),
              clock);
      if (round == 1) {
        System.out.printf("CPU of a list, made anew: %,d us%n", lists);
        System.out.printf("CPU of a search, made anew: %,d us%n", searches);
        System.out.printf("CPU of a relay, made anew: %,d us%n", pages);
      }
    }
  }

  private static long micros(int count, IntConsumer act, Clock clock) {
    var threads = ManagementFactory.getThreadMXBean();
    long begun = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < count; i++) {
      clock.pause(Duration.ofMinutes(1));
      act.accept(i);
    }
    return (threads.getCurrentThreadCpuTime() - begun) / count / 1000;
  }

  /** Lists of ten different pages, at a fixed rate, whether answers come or not. */
  private static void load(PageRoom room) throws Exception {
    var anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (var server = AtlasServer.start(anywhere, List.of(room), Optional.empty(), (_, _) -> {});
        var client = HttpClient.newHttpClient()) {
      fire(client, server.uri(), 3);
      var times = fire(client, server.uri(), SECONDS);
      System.out.printf(
          "list under %d requests/s: median %.1f ms, p99 %.1f ms (aim 20 ms)%n",
          RATE, times[times.length / 2] / 1e6, times[times.length * 99 / 100] / 1e6);
    }
  }

  private static long[] fire(HttpClient client, URI site, int seconds) throws Exception {
    var waiting = new CompletableFuture<?>[RATE * seconds];
    var times = new long[waiting.length];
    long begun = System.nanoTime();
    for (int i = 0; i < waiting.length; i++) {
      long due = begun + i * 1_000_000_000L / RATE;
      while (System.nanoTime() < due) {
        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
      }
      int place = i;
      var request =
          HttpRequest.newBuilder(site.resolve("/?offset=" + i % 10 * 100))
              .header("Accept-Encoding", "gzip")
              .build();
      waiting[i] =
          client
              .sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
              .thenAccept(_ -> times[place] = System.nanoTime() - due);
    }
    CompletableFuture.allOf(waiting).join();
    Arrays.sort(times);
    return times;
  }
}
