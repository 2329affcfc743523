package org.bulbil.sandbox.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.bulbil.core.time.Time;
import org.junit.jupiter.api.Test;

/** Whatever goes down comes up again, once. */
final class OutagesTest {

  private final CountDownLatch down = new CountDownLatch(1);
  private final List<String> events = new CopyOnWriteArrayList<>();

  /** Time that passes when the test says so, or never. */
  private static final class Gate implements Time {
    final CountDownLatch open = new CountDownLatch(1);

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
      open.await();
    }
  }

  private void begin(Outages outages, String what) throws InterruptedException {
    outages.begin(
        what,
        () -> {
          events.add(what + " down");
          down.countDown();
        },
        Duration.ofHours(1),
        () -> events.add(what + " up"));
    down.await();
  }

  @Test
  void anOutageEndsByItself() throws InterruptedException {
    var gate = new Gate();
    try (var outages = new Outages(gate)) {
      begin(outages, "a");
      assertThat(events).containsExactly("a down");
      gate.open.countDown();
    }
    assertThat(events).containsExactly("a down", "a up");
  }

  /** The storm is over in the middle of an outage of an hour. */
  @Test
  void closingEndsItBeforeItsTime() throws InterruptedException {
    try (var outages = new Outages(new Gate())) {
      begin(outages, "a");
    }
    assertThat(events).containsExactly("a down", "a up");
  }

  @Test
  void whatIsDownIsNotTakenDownAgain() throws InterruptedException {
    try (var outages = new Outages(new Gate())) {
      begin(outages, "a");
      begin(outages, "a");
    }
    assertThat(events).containsExactly("a down", "a up");
  }

  @Test
  void nothingGoesDownAfterTheEnd() {
    var outages = new Outages(new Gate());
    outages.close();
    outages.begin("a", () -> events.add("down"), Duration.ZERO, () -> events.add("up"));
    assertThat(events).isEmpty();
  }
}
