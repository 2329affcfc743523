package org.bulbil.atlas.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.bulbil.atlas.api.onionoo.OnionooRoom;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.query.CurrentIndex;
import org.bulbil.atlas.query.Index;
import org.bulbil.atlas.query.Query;
import org.bulbil.atlas.server.AtlasServer;
import org.bulbil.atlas.testing.MemoryStore;
import org.bulbil.atlas.testing.Networks;
import org.bulbil.atlas.testing.Rooms;
import org.bulbil.atlas.web.Ask;

/**
 * Figures of the protocol on the 10,568 real relays, with families made of equal contact lines, so
 * that documents are as large as Onionoo's. Client and server share the machine.
 */
final class ApiBench {

  private static final int CLIENTS = 4;
  private static final Duration LENGTH = Duration.ofSeconds(5);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Snapshot snapshot;
  private final OnionooRoom room;
  private final AtlasServer server;
  private final Random random = new Random(20260222);

  private ApiBench(Snapshot snapshot) {
    this.snapshot = snapshot;
    var time = Rooms.stopped(snapshot.relaysPublished());
    line("heap: the snapshot", heap(), "MB", "");
    var index = new CurrentIndex(() -> snapshot);
    long begun = THREADS.getCurrentThreadCpuTime();
    index.get();
    line("CPU of the index, in a cold program", cpuMillis(begun), "ms", "Onionoo 6,500");
    line("heap: with the index", heap(), "MB", "");
    this.room = new OnionooRoom(index, new MemoryStore(snapshot, List.of()), time);
    begun = THREADS.getCurrentThreadCpuTime();
    room.answer(Ask.of("/summary", "limit=0"));
    line("CPU of what is written beforehand, in a cold program", cpuMillis(begun), "ms", "");
    line("heap: with these (aim 256 for everything)", heap(), "MB", "Onionoo 1,150");
    this.server = Rooms.open(room);
  }

  public static void main(String[] arguments) throws Exception {
    line("load of this machine at the beginning", SYSTEM.getSystemLoadAverage(), "", "");
    var bench = new ApiBench(Kin.added(Networks.real()));
    try (var _ = bench.server) {
      bench.lookups();
      bench.searches();
      bench.throughput();
      bench.whole();
    }
  }

  /** Megabytes that are in use after all garbage is gone. */
  private static double heap() {
    System.gc();
    var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return memory.getUsed() / 1e6;
  }

  private static double cpuMillis(long since) {
    return (THREADS.getCurrentThreadCpuTime() - since) / 1e6;
  }

  private static void line(String what, double figure, String unit, String aim) {
    System.out.printf("%-52s %10.3f %-6s %s%n", what, figure, unit, aim);
  }

  private String anyLookup() {
    var relays = snapshot.relays();
    return "lookup=" + relays.get(random.nextInt(relays.size())).fingerprint();
  }

  private void lookups() {
    cpu(
        "CPU of a single lookup, details (aim 0.1)",
        "Onionoo 6.3-6.9",
        20_000,
        _ -> Ask.of("/details", anyLookup()));
    cpu(
        "CPU of a single lookup, summary (aim 0.1)",
        "",
        20_000,
        _ -> Ask.of("/summary", anyLookup()));
  }

  private void searches() {
    var searches =
        List.of(
            "search=quetz",
            "search=a",
            "search=contact:btc&limit=20",
            "search=1.2",
            "search=flag:exit%20country:de",
            "country=de&limit=50&order=-consensus_weight",
            "as_name=hetzner&limit=20",
            "host_name=.de&limit=20",
            "version=0.4.8..&order=first_seen&limit=20");
    for (var search : searches) {
      cpu(
          "CPU of /summary?" + search + " (aim 2)",
          search.contains("quetz") ? "Onionoo 54" : search.contains("btc") ? "Onionoo 24-28" : "",
          500,
          _ -> Ask.of("/summary", search));
    }
    var index = new Index(snapshot);
    var query = Query.read(Ask.of("/", "search=quetz").parameters()).answer().orElseThrow();
    cpu("of which finding quetz", "", 2_000, () -> index.select(query, snapshot.relaysPublished()));
    cpu(
        "CPU of /details?fields=nickname,contact",
        "Onionoo 1,440-1,700",
        20,
        _ -> Ask.of("/details", "fields=nickname,contact"));
  }

  private void cpu(String what, String peer, int times, IntFunction<Ask> ask) {
    cpu(what, peer, times, () -> room.answer(ask.apply(0)).orElseThrow().body());
  }

  private static void cpu(String what, String peer, int times, Callable<?> act) {
    try {
      for (int i = 0; i < times; i++) {
        act.call();
      }
      long begun = THREADS.getCurrentThreadCpuTime();
      for (int i = 0; i < times; i++) {
        act.call();
      }
      line(what, (THREADS.getCurrentThreadCpuTime() - begun) / 1e6 / times, "ms", peer);
    } catch (Exception e) {
      throw new IllegalStateException(what, e);
    }
  }

  private void throughput() throws Exception {
    var targets = new ArrayList<String>();
    for (int i = 0; i < 3_000; i++) {
      targets.add("/details?" + anyLookup());
    }
    storm("lookups over HTTP, 4 connections (aim 5,000)", "Onionoo 175", targets, "");
    storm(
        "searches over HTTP, 4 connections",
        "Onionoo 40",
        List.of("/summary?search=quetz", "/summary?search=nos", "/summary?search=87.1"),
        "");
  }

  private void whole() throws Exception {
    storm(
        "all details gzipped over HTTP (aim 20)",
        "Onionoo 0.3",
        List.of("/details"),
        "Accept-Encoding: gzip\r\n");
    storm("all details plain over HTTP", "Onionoo 1.3", List.of("/details"), "");
    storm(
        "all summaries gzipped over HTTP",
        "Onionoo 5",
        List.of("/summary"),
        "Accept-Encoding: gzip\r\n");
  }

  /** As many requests as come through in a while, one warm-up before. */
  private void storm(String what, String peer, List<String> targets, String headers)
      throws Exception {
    round(targets, headers);
    long cpu = SYSTEM.getProcessCpuTime();
    long begun = System.nanoTime();
    long[] done = round(targets, headers);
    double seconds = (System.nanoTime() - begun) / 1e9;
    line(what, done[0] / seconds, "/s", peer);
    line(
        "  CPU of each, client and server",
        (SYSTEM.getProcessCpuTime() - cpu) / 1e6 / done[0],
        "ms",
        "");
    line("  bytes of each", (double) done[1] / done[0], "B", "");
  }

  private long[] round(List<String> targets, String headers) throws Exception {
    var count = new AtomicLong();
    var bytes = new AtomicLong();
    long end = System.nanoTime() + LENGTH.toNanos();
    try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
      var ends = new ArrayList<Callable<Void>>();
      for (int client = 0; client < CLIENTS; client++) {
        int first = client * 700;
        ends.add(
            () -> {
              try (var wire = new Wire(server.address())) {
                for (int i = first; System.nanoTime() < end; i++) {
                  bytes.addAndGet(wire.get(targets.get(i % targets.size()), headers));
                  count.incrementAndGet();
                }
              }
              return null;
            });
      }
      for (var one : clients.invokeAll(ends)) {
        one.get();
      }
    }
    return new long[] {count.get(), bytes.get()};
  }
}
