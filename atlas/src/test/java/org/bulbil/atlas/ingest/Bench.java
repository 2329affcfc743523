package org.bulbil.atlas.ingest;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bulbil.atlas.store.LiveSnapshot;
import org.bulbil.atlas.store.SqlStore;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.testing.MachineTime;

/**
 * How long a whole ingest takes in a new process, how long the hours after it, and what it takes of
 * memory and disk. See bench/atlas-ingest.
 */
final class Bench {

  private static final int HOURS = 5;

  private Bench() {}

  /**
   * @param arguments the folder with documents, and an empty one to work in
   */
  public static void main(String[] arguments) throws Exception {
    var documents = Path.of(arguments[0]);
    var work = Path.of(arguments[1]);
    var time = new MachineTime();
    var file = work.resolve("atlas.db");
    try (var store = SqlStore.open(file.toString(), Chain.MAINNET, time)) {
      var live = new LiveSnapshot(store, time);
      LongSupplier whole =
          () -> {
            told(new DocumentsFolder(documents).bringUpToDate(store));
            live.refresh();
            return live.get().relays().size();
          };
      figure("whole ingest, seconds", seconds(whole), "<= 10");
      figure("relays on the map", live.get().relays().size(), "");
      double longest = 0;
      for (int hour = 1; hour <= HOURS; hour++) {
        var next = nextHour(documents, Files.createDirectory(work.resolve("hour-" + hour)), hour);
        longest =
            Math.max(
                longest,
                seconds(
                    () -> {
                      told(new DocumentsFolder(next).bringUpToDate(store));
                      live.refresh();
                      return live.get().relays().size();
                    }));
      }
      figure("an hour later, all documents again, longest of 5, seconds", longest, "<= 3");
    }
    figure("store on disk, MB", Files.size(file) / 1e6, "");
    figure("heap at most, MB", Runtime.getRuntime().maxMemory() / 1e6, "<= 256 MiB");
    figure("resident at most, MB", resident(), "<= 400");
  }

  private static void told(Outcome<Told> outcome) {
    if (outcome instanceof Outcome.Done<Told>(Told told)) {
      System.err.println(told.counts());
    } else {
      throw new IllegalStateException(outcome.summary());
    }
  }

  private static double seconds(LongSupplier work) {
    long begun = System.nanoTime();
    long cpu = cpu();
    long relays = work.getAsLong();
    System.err.printf("%d relays, %.1f s of processor%n", relays, (cpu() - cpu) / 1e9);
    return (System.nanoTime() - begun) / 1e9;
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /**
   * The same documents, packed as a server sends them; in those of details every running relay was
   * seen an hour later.
   */
  private static Path nextHour(Path documents, Path folder, int hour) throws IOException {
    try (Stream<Path> files = Files.list(documents)) {
      for (var file : files.toList()) {
        var name = file.getFileName().toString();
        if (name.contains("details") && name.endsWith(".gz")) {
          later(file, folder.resolve(name), hour);
        } else if (hour > 1) {
          Files.createSymbolicLink(folder.resolve(name), before(folder, hour).resolve(name));
        } else {
          pack(file, folder.resolve(name));
        }
      }
    }
    return folder;
  }

  private static Path before(Path folder, int hour) {
    return folder.resolveSibling("hour-" + (hour - 1));
  }

  private static void pack(Path file, Path to) throws IOException {
    try (var in = Unpacked.of(Files.newInputStream(file), Long.MAX_VALUE);
        var out = new GZIPOutputStream(Files.newOutputStream(to))) {
      in.transferTo(out);
    }
  }

  private static void later(Path file, Path to, int hour) throws IOException {
    try (var in =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
        var out =
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(to)), StandardCharsets.UTF_8)) {
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        out.write(line.replace(" 13:00:00\"", " " + (13 + hour) + ":00:00\"") + "\n");
      }
    }
  }

  private static double resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static void figure(String name, double value, String aim) {
    System.out.printf(Locale.ROOT, "%-60s %10.2f   %s%n", name, value, aim);
  }
}
