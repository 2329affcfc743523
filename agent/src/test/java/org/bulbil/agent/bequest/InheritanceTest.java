package org.bulbil.agent.bequest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.acinq.bitcoin.Transaction;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.settings.TestingSettings;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.PaymentOrder;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.outbox.SweepOrder;
import org.bulbil.bitcoin.payment.FeePolicy;
import org.bulbil.bitcoin.testing.TestingChain;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.wire.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay whose server dies without warning leaves its purse to its beneficiary all the same. */
class InheritanceTest {

  private static final FamilyId FAMILY =
      new FamilyId("4h48rZ4d/qDoAxHIsf0qGJw+DsHfjQ6BtQ6ENK8QlrA");

  private static final Sats GIFT = Sats.of(40_000);
  private static final Sats RENT = Sats.of(10_000);
  private static final int LEASE_DAYS = 2;
  private static final Address CHARITY = address(7);

  private final TestingTime time = new TestingTime();
  private final TestingChain chain = new TestingChain(time.trueTime());
  private final Map<Fingerprint, ServerDescriptor> directory = new HashMap<>();
  private final Instant leaseEnd = time.now().plus(Duration.ofDays(LEASE_DAYS));

  @TempDir Path folder;
  private int port;
  private Relative parent;
  private Relative child;

  private static Address address(long seed) {
    return Account.of(Words.draw(new Random(seed)), Network.REGTEST).address(Branch.RECEIVE);
  }

  @BeforeEach
  void twoRelatives() throws Exception {
    try (var any = new ServerSocket(0, 1, InetAddress.ofLiteral(Relative.ADDRESS))) {
      port = any.getLocalPort();
    }
    var settings = settings();
    parent = new Relative("A", folder, settings, FAMILY, chain, time, directory);
    child = new Relative("C", folder, settings, FAMILY, chain, time, directory);
    parent.appear("generation:0");
    child.appear("generation:1 parent:" + parent.fingerprint);
    child.openPage(port);
    chain.fundAndMine(child.wallet.receiveAddress(), GIFT);
  }

  @AfterEach
  void close() {
    parent.close();
    child.close();
  }

  private Settings settings() {
    return new TestingSettings().raw("relay", "status_port", port).beneficiary(CHARITY).settings();
  }

  /** Both beat; the child, while it lives. */
  private void handOver() {
    child.beat(Optional.of(CHARITY), leaseEnd);
    parent.beat(Optional.of(CHARITY), leaseEnd);
  }

  /** The parent beats once an hour, and a block comes that takes what pays {@code least}. */
  private void pass(Duration span, FeeRate least) {
    for (var end = time.now().plus(span); time.now().isBefore(end); ) {
      time.pause(Duration.ofHours(1));
      chain.mine(least);
      parent.beat(Optional.of(CHARITY), leaseEnd);
    }
  }

  private static final FeeRate ANY = new FeeRate(1);

  private Sats left() {
    return chain.balance(CHARITY);
  }

  @Test
  void theParentSendsItOnceTheLeaseHasEnded() {
    inherit();
    var sent = left();
    pass(Duration.ofHours(3), ANY);
    assertThat(left()).isEqualTo(sent);
    assertThat(parent.estate.words()).doesNotContain("keeps the bequests");
  }

  private void inherit() {
    handOver();
    assertThat(parent.told()).contains("keeps the bequest of " + child.fingerprint);
    child.die();
    pass(Duration.ofDays(LEASE_DAYS), ANY);
    assertThat(left()).isEqualTo(Sats.ZERO);
    pass(Duration.ofHours(10), ANY);
    assertThat(left()).isGreaterThan(Sats.of(30_000));
    assertThat(parent.told()).contains("the bequest of " + child.fingerprint + " is in a block");
  }

  /** As if the server came back from the dead: its own books explain every satoshi. */
  @Test
  void itCountsAsAWillAndNotAsTheft() {
    inherit();
    child.refresh();
    var account = child.wallet.view().orElseThrow().account();
    assertThat(account.paid(Purpose.WILL)).isEqualTo(left());
    assertThat(account.difference()).isZero();
    assertThat(account.foreign()).isEqualTo(Sats.ZERO);
    assertThat(account.held()).isEqualTo(Sats.ZERO);
  }

  @Test
  void whileItSleepsItTakesNoCoin() {
    handOver();
    child.refresh();
    var view = child.wallet.view().orElseThrow();
    assertThat(view.spendable()).isEqualTo(GIFT);
    assertThat(view.account().held()).isEqualTo(GIFT);
    assertThat(view.account().paid(Purpose.WILL)).isEqualTo(Sats.ZERO);
  }

  @Test
  void aRelayWhosePageStillAnswersIsNotGone() {
    handOver();
    directory.remove(child.fingerprint);
    pass(Duration.ofDays(LEASE_DAYS + 2), ANY);
    assertThat(left()).isEqualTo(Sats.ZERO);
    child.closePage();
    pass(Duration.ofHours(30), ANY);
    assertThat(left()).isGreaterThan(Sats.ZERO);
  }

  /** The provider rents the address to somebody with a web server of his own. */
  @Test
  void whoeverAnswersAtItsFormerAddressIsNotTheRelay() throws Exception {
    handOver();
    child.die();
    var stranger =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(Relative.ADDRESS), port), 8);
    stranger.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(404, -1);
          }
        });
    stranger.start();
    pass(Duration.ofDays(LEASE_DAYS).plusHours(10), ANY);
    stranger.stop(0);
    assertThat(left()).isGreaterThan(Sats.ZERO);
  }

  @Test
  void anHeirThatWasKilledInBetweenGoesOn() throws Exception {
    handOver();
    child.die();
    parent.restart();
    pass(Duration.ofDays(LEASE_DAYS).plusHours(1), ANY);
    parent.restart();
    pass(Duration.ofHours(9), ANY);
    assertThat(left()).isGreaterThan(Sats.ZERO);
  }

  @Test
  void aRelayThatTheConsensusCallsRunningIsNotGone() {
    handOver();
    child.closePage();
    pass(Duration.ofDays(LEASE_DAYS + 2), ANY);
    assertThat(left()).isEqualTo(Sats.ZERO);
  }

  /** Guessed 15 sat/vB, so a patient and a hurried bid are one, and the dearest is 60. */
  @Test
  void afterADayWithoutABlockTheDearerSweepFollows() {
    handOver();
    child.die();
    var dear = FeeRate.ofSatPerVb(50);
    pass(Duration.ofDays(LEASE_DAYS).plusHours(20), dear);
    assertThat(parent.told()).contains("sweep 1").doesNotContain("sweep 2");
    pass(Duration.ofHours(30), dear);
    assertThat(parent.told()).contains("sweep 2", "is in a block");
    assertThat(left()).isBetween(Sats.of(32_000), Sats.of(34_500));
  }

  @Test
  void coinsThatHaveMovedLeaveNothingAndAreForgotten() {
    handOver();
    var elsewhere = address(8);
    child
        .wallet
        .outbox()
        .sweep(new SweepOrder("x", Purpose.WILL, elsewhere, FeeRate.ofSatPerVb(2)));
    child.die();
    pass(Duration.ofDays(LEASE_DAYS).plusHours(12), ANY);
    assertThat(left()).isEqualTo(Sats.ZERO);
    assertThat(chain.balance(elsewhere)).isGreaterThan(Sats.ZERO);
    assertThat(parent.told()).contains("is void: its coins have moved");
  }

  @Test
  void aNewCoinOrALaterEndIsHandedOnAndTheFormerSetForgotten() {
    handOver();
    chain.fundAndMine(child.wallet.receiveAddress(), GIFT);
    var later = leaseEnd.plus(Duration.ofDays(7));
    child.beat(Optional.of(CHARITY), later);
    pass(Duration.ofHours(7), ANY);
    child.die();
    pass(Duration.ofDays(LEASE_DAYS + 2), ANY);
    assertThat(left()).isEqualTo(Sats.ZERO);
    pass(Duration.ofDays(6), ANY);
    assertThat(left()).isGreaterThan(Sats.of(70_000));
  }

  /** A patient payment may wait for a day, and its change is most of what a relay has. */
  @Test
  void theChangeOfAPaymentThatWaitsIsInheritedToo() {
    var payment = pay();
    handOver();
    child.die();
    pass(Duration.ofDays(LEASE_DAYS).plusHours(10), ANY);
    assertThat(chain.height(payment.transaction())).isPresent();
    assertThat(left()).isBetween(Sats.of(25_000), GIFT.minus(RENT));
  }

  @Test
  void whereThatPaymentNeverConfirmsWhatWasProvenIsInherited() {
    chain.fundAndMine(child.wallet.receiveAddress(), GIFT);
    var payment = pay();
    handOver();
    child.die();
    chain.evict(payment.transaction());
    pass(Duration.ofDays(LEASE_DAYS).plusHours(20), ANY);
    assertThat(chain.height(payment.transaction())).isEmpty();
    assertThat(left()).isBetween(Sats.of(30_000), GIFT);
    assertThat(parent.told()).contains("sweep 2", "sweep 3", "is in a block");
  }

  private Payment pay() {
    var fees = new FeePolicy(3, FeeRate.RELAY_FLOOR, FeeRate.ofSatPerVb(50), 30);
    var order = new PaymentOrder("invoice:1", Purpose.RENT, address(8), RENT, fees);
    child.refresh();
    var guess = FeeEstimates.flat(FeeRate.ofSatPerVb(2));
    return ((PayAnswer.Recorded) child.wallet.outbox().pay(order, guess)).payment();
  }

  @Test
  void aVisitorReadsNothing() {
    handOver();
    var said = page(parent.fingerprint.value());
    var raw = Transaction.write(child.wallet.outbox().bequests().getFirst().signed().orElseThrow());
    assertThat(said).matches("[A-Za-z0-9+/=]+");
    assertThat(
            new String(
                java.util.Base64.getDecoder().decode(said),
                java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(java.util.HexFormat.of().formatHex(raw), "testator");
    for (var other : new String[] {"", "B".repeat(40), child.fingerprint.value(), "../x"}) {
      assertThat(page(other)).startsWith("Nothing is kept here");
    }
  }

  private String page(String rest) {
    try (var http = new Http(Http.Limits.USUAL)) {
      var url = URI.create("http://%s:%d%s%s".formatted(Relative.ADDRESS, port, Estate.PATH, rest));
      return http.get(url).answer().orElseThrow().text();
    }
  }

  @Test
  void withNobodyToGiveToNothingIsSigned() {
    child.beat(Optional.empty(), leaseEnd);
    assertThat(child.wallet.outbox().bequests()).isEmpty();
    assertThat(page(parent.fingerprint.value())).startsWith("Nothing is kept here");
  }

  @Test
  void nothingNewIsSignedWhileNothingChanges() {
    for (int i = 0; i < 5; i++) {
      handOver();
      time.pause(Duration.ofHours(1));
      chain.mine(1);
    }
    assertThat(child.wallet.outbox().bequests().getFirst().number()).isEqualTo(1);
  }
}
