package org.bulbil.sandbox.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.testing.MachineTime;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.bulbil.tor.directory.DescriptorSignature;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.tor.directory.RouterStatus;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.tor.family.FamilyKey;
import org.bulbil.tor.process.TorBinary;
import org.bulbil.wire.Http;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One real network with five relays goes through what a sandbox needs of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SandboxNetworkIT {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Bandwidth UNHINDERED = Bandwidth.ofKilobytes(100_000);

  private final Time time = new MachineTime();
  private final TorBinary tor = installed();
  private final FamilyKey family = FamilyKey.fresh(new Random(5));
  private final List<TestRelay> relays = new ArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  @TempDir static Path folder;

  private static TorBinary installed() {
    var found = TorBinary.find(System.getenv("PATH"));
    return found.answer().orElseGet(() -> abort(found.summary()));
  }

  private SandboxNetwork network() {
    return (SandboxNetwork) open.getFirst();
  }

  @BeforeAll
  void start() throws Exception {
    var settings =
        NetworkSettings.usual(folder.resolve("net"), tor).with(freeBlock()).with(Pace.FASTEST);
    var began = time.now();
    var started = SandboxNetwork.start(settings, time, line -> tell(began, line));
    open.add(started.answer().orElseThrow(() -> new AssertionError(started.summary())));
    tell(began, "authorities run");
    startRelays(settings.loopback());
    tell(began, "relays run");
    var ready = network().awaitTraffic(LIMIT);
    assertThat(ready).as(ready.summary()).isInstanceOf(Outcome.Done.class);
    tell(began, "traffic");
  }

  private void tell(java.time.Instant began, String line) {
    System.out.printf("%6d ms %s%n", Duration.between(began, time.now()).toMillis(), line);
  }

  private void startRelays(Loopback loopback) throws IOException {
    var names = List.of("slow", "medium", "swift1", "swift2", "swift3");
    var rates = List.of(Bandwidth.ofKilobytes(100), Bandwidth.ofKilobytes(500));
    var starts =
        IntStream.range(0, names.size())
            .<Callable<Outcome<TestRelay>>>mapToObj(
                i ->
                    () ->
                        Outcome.done(
                            new TestRelay(
                                names.get(i),
                                new InetSocketAddress(loopback.address(2, i + 1), 9001),
                                i < rates.size() ? rates.get(i) : UNHINDERED,
                                folder,
                                network(),
                                tor,
                                family)))
            .toList();
    relays.addAll(Parallel.all(starts).answer().orElseThrow());
  }

  private static Loopback freeBlock() {
    return IntStream.range(120, 250)
        .mapToObj(Loopback::new)
        .filter(SandboxNetworkIT::isFree)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(Loopback block) {
    try (var probe = new ServerSocket(9030, 1, block.address(0, 1))) {
      return probe.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  @AfterAll
  void end() throws Exception {
    relays.forEach(TestRelay::stop);
    for (var each : open) {
      each.close();
    }
  }

  @Test
  @Order(1)
  void theConsensusListsEveryRelay() throws InterruptedException {
    until("all relays run", () -> names().size() == 5);
    assertThat(names()).containsExactlyInAnyOrder("slow", "medium", "swift1", "swift2", "swift3");
  }

  @Test
  @Order(2)
  void anAuthorityGivesBackEachContactLineAndTheFamilySigned() {
    try (var http = new Http(Http.Limits.USUAL)) {
      var read =
          new DirectoryClient(http)
              .descriptors(network().authorities().getFirst(), fingerprints())
              .answer()
              .orElseThrow();
      assertThat(read.descriptors()).hasSize(5).allSatisfy(this::isAsItsRelayWroteIt);
    }
  }

  private void isAsItsRelayWroteIt(ServerDescriptor descriptor) {
    assertThat(DescriptorSignature.check(descriptor)).isInstanceOf(Outcome.Done.class);
    assertThat(descriptor.contact()).isEqualTo(TestRelay.contact(descriptor.nickname().value()));
    assertThat(descriptor.familyCertificates()).isEqualTo(1);
    assertThat(listed(descriptor.fingerprint()).descriptor()).isEqualTo(descriptor.digest());
  }

  /** A parent finds its child by the name it ordered, through its own tor. */
  @Test
  @Order(3)
  void aRelayFindsAnotherByItsName() throws InterruptedException {
    var parent = relay("swift1");
    var child = relay("slow");
    until(
        "the descriptor has reached the other relay",
        () -> parent.ask(tor -> tor.descriptor(child.nickname)).isPresent());
    var found = parent.ask(tor -> tor.descriptor(child.nickname)).orElseThrow();
    assertThat(found.fingerprint()).isEqualTo(child.fingerprint());
    assertThat(found.contact()).isEqualTo(TestRelay.contact("slow"));
    var byFingerprint = parent.ask(tor -> tor.descriptor(child.fingerprint()));
    until(
        "the consensus of the other relay lists it by its name",
        () -> parent.ask(tor -> tor.listed(child.nickname)).isPresent());
    var listed = parent.ask(tor -> tor.listed(child.nickname)).orElseThrow();
    var nobody = parent.ask(tor -> tor.descriptor(new Nickname("nobody")));
    var unheardOf = parent.ask(tor -> tor.listed(new Fingerprint("A".repeat(40))));
    assertThat(byFingerprint).contains(found);
    assertThat(listed.fingerprint()).isEqualTo(child.fingerprint());
    assertThat(nobody).isEmpty();
    assertThat(unheardOf).isEmpty();
  }

  @Test
  @Order(4)
  void aPageAndTenMegabytesPassThreeRelaysOfOurChoice() throws Exception {
    var hops =
        List.of("swift1", "swift2", "swift3").stream().map(n -> relay(n).fingerprint()).toList();
    var before = relay("swift2").ask(tor -> tor.vitals()).bytesRead();
    for (var path : List.of(Website.PAGE, Website.TEN_MEGABYTES)) {
      var fetched = fetchWhole(hops, path);
      assertThat(fetched.sha256()).isEqualTo(sha256(Website.content(path)));
      System.out.println(path + " " + fetched + " " + fetched.speed());
    }
    assertThat(relay("swift2").ask(tor -> tor.vitals()).bytesRead() - before)
        .isGreaterThan(10_000_000);
  }

  private Fetched fetchWhole(List<Fingerprint> hops, String path) throws InterruptedException {
    var results = new ArrayList<Outcome<Fetched>>();
    until(
        "fetch " + path + " " + results,
        () -> {
          results.add(network().fetchThrough(hops, path));
          return results.getLast() instanceof Outcome.Done;
        });
    return results.getLast().answer().orElseThrow();
  }

  @Test
  @Order(5)
  void anyoneCanFetchOverTheSocksPort() throws Exception {
    until("a fetch", () -> network().fetch(Website.PAGE) instanceof Outcome.Done);
    assertThat(network().fetch(Website.PAGE).map(Fetched::sha256).answer())
        .contains(sha256(Website.content(Website.PAGE)));
  }

  @Test
  @Order(6)
  void weightsFollowMeasuredSpeed() throws Exception {
    var began = time.now();
    var speeds = network().scan();
    tell(began, "scanned: " + speeds);
    assertThat(speeds).hasSize(5);
    until(
        "measured weights",
        () -> network().running().answer().orElseThrow().stream().allMatch(RouterStatus::measured));
    long slow = weight("slow");
    long medium = weight("medium");
    assertThat(medium).isGreaterThan(2 * slow);
    assertThat(List.of("swift1", "swift2", "swift3"))
        .allSatisfy(name -> assertThat(weight(name)).isGreaterThan(medium));
  }

  @Test
  @Order(7)
  void aKilledRelayComesBackAsItself() throws Exception {
    var victim = relay("medium");
    var fingerprint = victim.fingerprint();
    long pid = victim.pid();
    victim.resume();
    assertThat(victim.pid()).as("adopted").isEqualTo(pid);
    victim.kill();
    victim.resume();
    assertThat(victim.pid()).as("started anew").isNotEqualTo(pid);
    assertThat(victim.fingerprint()).isEqualTo(fingerprint);
  }

  @Test
  @Order(8)
  void aRejectedRelayLeavesTheConsensus() throws Exception {
    var gone = relay("swift3");
    var began = time.now();
    assertThat(network().reject(gone.fingerprint())).isInstanceOf(Outcome.Done.class);
    until("swift3 is out", () -> !names().contains("swift3"));
    tell(began, "rejected");
    assertThat(names()).contains("slow", "medium", "swift1", "swift2");
  }

  @Test
  @Order(9)
  void anotherSandboxOnTheSameAddressesIsToldWhichIsTaken() throws Exception {
    var block =
        Integer.parseInt(network().socks().getAddress().getHostAddress().split("\\.", -1)[1]);
    var same = NetworkSettings.usual(folder.resolve("second"), tor).with(new Loopback(block));
    assertThat(SandboxNetwork.start(same, time, _ -> {}).summary())
        .contains("127." + block + ".0.1:9001 is taken", "another block");
  }

  @Test
  @Order(10)
  void nothingIsLeftRunningAfterClose() throws Exception {
    var pids = network().pids();
    assertThat(pids).hasSize(5);
    network().close();
    assertThat(pids).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
  }

  private List<String> names() {
    return network().running().answer().orElse(List.of()).stream()
        .map(relay -> relay.nickname().value())
        .toList();
  }

  private RouterStatus listed(Fingerprint fingerprint) {
    return network().consensus().answer().orElseThrow().find(fingerprint).orElseThrow();
  }

  private long weight(String name) {
    return listed(relay(name).fingerprint()).weight().kilobytesPerSecond();
  }

  private TestRelay relay(String name) {
    return relays.stream()
        .filter(relay -> relay.nickname.value().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<Fingerprint> fingerprints() {
    return relays.stream().map(TestRelay::fingerprint).toList();
  }

  private static String sha256(byte[] bytes) throws java.security.NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private void until(String what, java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    var deadline = time.now().plus(LIMIT);
    while (!condition.getAsBoolean()) {
      assertThat(time.now()).as("waiting for: " + what).isBefore(deadline);
      time.pause(Duration.ofMillis(250));
    }
  }
}
