package org.bulbil.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.bulbil.agent.launch.LaunchFolder;
import org.bulbil.agent.launch.RelayList;
import org.bulbil.cli.BulbilProcess;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.provider.book.Event;
import org.junit.jupiter.api.Test;

/**
 * {@code bulbil launch} into a real sandbox, killed by SIGKILL again and again: every server is
 * bought once, every invoice is paid once, and all relays are of one family in the end. The whole
 * thing, 28 relays and 20 kills, is {@code bench/launch 20}.
 */
class LaunchIT {

  private static final int KILLS = 5;
  private static final int RELAYS = 4;

  /** Between two kills: a start of the launcher takes some two seconds. */
  private static final int LIFE_MILLIS_MOST = 6_000;

  private static final Duration LIMIT = Duration.ofMinutes(6);
  private static final Pattern PAY =
      Pattern.compile("\"event\":\"pay\",\"address\":\"([a-z0-9]+)\",\"sat\":([0-9]+)");

  private final List<BulbilProcess> runs = new ArrayList<>();
  private boolean isPaid;

  @Test
  void aLaunchThatIsKilledAgainAndAgainBuysEveryServerOnce() throws Exception {
    long seed = Long.getLong("seed", System.nanoTime() % 1_000_000);
    System.out.println("run this again with -Dseed=" + seed);
    var dice = new Random(seed);
    var folder = Files.createTempDirectory(Path.of("/tmp"), "bl"); // Short, for control sockets.
    try (var world = new SmallWorld(folder, List.of())) {
      var file = world.announce();
      for (int kill = 1; kill <= KILLS; kill++) {
        try (var run = launch(world, file)) {
          live(world, run, Instant.now().plusMillis(dice.nextInt(LIFE_MILLIS_MOST)));
          run.kill();
          world.note("killed the launcher for the " + kill + ". time");
        }
      }
      try (var run = launch(world, file)) {
        live(world, run, Instant.now().plus(LIMIT));
        assertThat(run.exitCode(Duration.ofSeconds(10))).as(run.errors()).isZero();
        check(world, run);
      }
    } finally {
      runs.forEach(BulbilProcess::close);
    }
  }

  private BulbilProcess launch(SmallWorld world, Path file) throws IOException {
    var charity = world.market().beneficiary().text();
    var run =
        new BulbilProcess(
            world.folder,
            "launch",
            "--sandbox=" + file,
            "--dir=" + world.folder.resolve("launch"),
            "--regions=2",
            "--per-region=2",
            "--email=op@sandbox.test",
            "--beneficiary=Charity|" + charity + "|https://charity.test/|2026-11-01|2027-11-01",
            "--yes",
            "--json");
    runs.add(run);
    return run;
  }

  /** Until it ends, or the time is over; pays what is asked for on the way. */
  private void live(SmallWorld world, BulbilProcess run, Instant end) throws Exception {
    while (run.isAlive() && Instant.now().isBefore(end)) {
      pay(world, run);
      Thread.sleep(100);
    }
  }

  private void pay(SmallWorld world, BulbilProcess run) throws IOException {
    var asked = PAY.matcher(run.out());
    if (!isPaid && asked.find()) {
      isPaid = true;
      world.give(Address.parse(asked.group(1)), Long.parseLong(asked.group(2)));
    }
  }

  private static void check(SmallWorld world, BulbilProcess run) throws IOException {
    var book = world.market().provider().book();
    assertThat(book.all(Event.Launched.class).stream().map(Event.Launched::hostname))
        .hasSize(RELAYS)
        .doesNotHaveDuplicates();
    assertThat(book.all(Event.InvoicePaid.class)).hasSize(RELAYS);
    assertThat(book.all(Event.PaymentStranded.class)).isEmpty();
    assertThat(world.world().harm().paidTwice()).isEmpty();
    assertThat(run.out()).contains("\"running\":4", "\"joined\":4");
    var relays = new LaunchFolder(world.folder.resolve("launch")).relays().orElseThrow().relays();
    assertThat(relays).extracting(RelayList.Entry::state).containsOnly("joined");
    assertThat(relays).extracting(RelayList.Entry::region).containsOnly("syd", "nrt");
  }
}
