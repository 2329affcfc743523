package org.bulbil.atlas.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.testing.MachineTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes leaves an update whole, or none of it. */
class CrashIT {

  private static final int KILLS = 6;
  private static final int RELAYS = 400;

  @TempDir Path folder;

  /** Writes one update after the other, each of relays and histories that say its number. */
  static final class Writer {
    public static void main(String[] arguments) throws Exception {
      try (var store = SqlStore.open(arguments[0], Chain.MAINNET, new MachineTime())) {
        for (int number = (int) store.newest() + 1; ; number++) {
          write(store, number);
          Files.writeString(Path.of(arguments[1]), String.valueOf(number));
        }
      }
    }

    private static void write(Store store, int number) {
      try (var update = store.update()) {
        update.relays(
            Instant.ofEpochSecond(number),
            IntStream.range(0, RELAYS)
                .mapToObj(relay -> StoreContract.relay(relay, ",\"consensus_weight\":" + number))
                .toList());
        for (int relay = 0; relay < RELAYS; relay++) {
          var node = StoreContract.fingerprint(relay);
          update.document(node, Chronicle.UPTIME, StoreContract.uptime(node, number % 1000));
        }
        update.publish();
      }
    }
  }

  @Test
  void aKilledWriterLeavesNoHalfUpdate() throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("CrashIT: -Dseed=" + seed);
    var random = new Random(seed);
    var database = folder.resolve("atlas.db").toString();
    long least = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      least = Math.max(least, writeAndKill(database, least, random));
      try (var store = SqlStore.open(database, Chain.MAINNET, new MachineTime())) {
        assertThat(store.newest()).isGreaterThanOrEqualTo(least);
        checkWhole(store);
      }
    }
    assertThat(least).isPositive();
  }

  /** Waits for some updates and kills the writer in the middle of a later one. */
  private long writeAndKill(String database, long before, Random random) throws Exception {
    var told = folder.resolve("told");
    var process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Writer.class.getName(),
                    database,
                    told.toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("words").toFile())
            .start();
    try {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
      while (number(told) < before + 2) {
        assertThat(process.isAlive()).as(Files.readString(folder.resolve("words"))).isTrue();
        assertThat(System.nanoTime()).as("two updates within 90 s").isLessThan(end);
        Thread.sleep(5);
      }
      Thread.sleep(random.nextInt(150));
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return number(told);
  }

  private static long number(Path told) throws Exception {
    var text = Files.exists(told) ? Files.readString(told) : "";
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  private static void checkWhole(Store store) {
    var snapshot = store.snapshot();
    long number = snapshot.number();
    assertThat(snapshot.relaysPublished().getEpochSecond()).isEqualTo(number);
    assertThat(snapshot.relays()).hasSize(RELAYS);
    assertThat(snapshot.relays()).allMatch(relay -> relay.details().consensusWeight() == number);
    for (int relay = 0; relay < RELAYS; relay++) {
      var node = StoreContract.fingerprint(relay);
      assertThat(store.document(node, Chronicle.UPTIME))
          .hasValue(StoreContract.uptime(node, (int) number % 1000));
    }
  }
}
