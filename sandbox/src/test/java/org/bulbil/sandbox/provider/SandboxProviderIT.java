package org.bulbil.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.bulbil.core.money.Rate;
import org.bulbil.core.testing.MachineTime;
import org.bulbil.core.time.Day;
import org.bulbil.sandbox.provider.book.EndedBy;
import org.bulbil.sandbox.provider.book.Event;
import org.bulbil.sandbox.provider.estate.Ports;
import org.bulbil.sandbox.provider.estate.Terms;
import org.bulbil.sandbox.provider.machine.ProcessMachines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lease of real time on a real process, from the invoice to the wiped disk. */
class SandboxProviderIT {

  /** Long enough to look at a server on a busy machine before its day is over. */
  private static final Day DAY = new Day(Duration.ofSeconds(4));

  private static final String SCRIPT =
      """
      #!/bin/sh
      echo "up at $SERVER_ADDRESS" > up
      sleep 1000
      """;

  @TempDir Path root;

  private final FakeTill till = new FakeTill();
  private final MachineTime clock = new MachineTime();

  @SuppressWarnings("NullAway.Init")
  private SandboxProvider provider;

  @SuppressWarnings("NullAway.Init")
  private Customer customer;

  @BeforeEach
  void open() throws IOException {
    var machines = new ProcessMachines(root, "127.83.0.0/16", root.resolve("bundles"), clock);
    var ports =
        new Ports(till, machines, () -> Rate.ofDollars(100_000), clock, new SplittableRandom(1));
    provider = SandboxProvider.open(Shop.loopback(), Terms.of(DAY), ports);
    customer = new Customer(provider.uri());
  }

  @AfterEach
  void close() {
    customer.close();
    provider.close();
  }

  /** The provider's own thread credits the payment; the server runs its script; its day ends. */
  @Test
  void wholeLife() throws Exception {
    var token = funded();
    var launched = launch(token);
    var address = customer.get(Shop.path(token, launched)).text("ipv4");
    var up = root.resolve(address).resolve("up");
    await(() -> Files.exists(up) && Files.readString(up).equals("up at " + address + "\n"));
    await(() -> customer.get(Shop.path(token, launched)).number("deleted_at") > 0);
    assertThat(root.resolve(address)).doesNotExist();
    assertThat(runningIn(root)).isZero();
    var book = provider.book();
    assertThat(book.all(Event.Ended.class))
        .extracting(Event.Ended::by)
        .containsExactly(EndedBy.EXPIRATION);
    assertThat(lifetime()).isBetween(DAY.length(), DAY.length().plusSeconds(2));
  }

  /** Closing the provider leaves no process and no disk. */
  @Test
  void closingLeavesNothing() throws Exception {
    var token = funded();
    launch(token);
    launch(token);
    assertThat(runningIn(root)).isPositive();
    provider.close();
    assertThat(runningIn(root)).isZero();
    assertThat(root).isEmptyDirectory();
  }

  private String funded() throws Exception {
    var token = customer.get("/token").body();
    customer.post("/token/" + token + "/add", Map.of("dollars", 5));
    var invoice = provider.invoices().getFirst();
    till.pay(invoice.address(), invoice.price());
    till.mine();
    await(() -> customer.get("/token/" + token + "/balance").number("cents") == 500);
    return token;
  }

  private String launch(String token) {
    var script = Base64.getEncoder().encodeToString(SCRIPT.getBytes(StandardCharsets.UTF_8));
    var order = Customer.order("user_data", script);
    return customer.post("/token/" + token + "/servers", order).text("machine_id");
  }

  /** From the launch to the end, as the book has it. */
  private Duration lifetime() {
    var entries = provider.book().after(0);
    var launch = entries.stream().filter(e -> e.event() instanceof Event.Launched).findFirst();
    var end = entries.getLast();
    return Duration.between(launch.orElseThrow().at(), end.at());
  }

  /** Processes whose home is under {@code folder}. */
  private static long runningIn(Path folder) throws IOException {
    long count = 0;
    try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (var process : processes) {
        count += environment(process).contains("HOME=" + folder) ? 1 : 0;
      }
    }
    return count;
  }

  private static String environment(Path process) {
    try {
      return Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  /** Polls until it is so; fails after twenty seconds. */
  private static void await(Callable<Boolean> condition) throws Exception {
    var end = Instant.now().plusSeconds(20);
    while (!condition.call()) {
      assertThat(Instant.now()).as("within 20 s").isBefore(end);
      Thread.sleep(20);
    }
  }
}
