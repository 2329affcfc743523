package org.bulbil.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.chain.esplora.EsploraSource;
import org.bulbil.bitcoin.outbox.BumpAnswer;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.bitcoin.outbox.Payment;
import org.bulbil.bitcoin.outbox.PaymentOrder;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.outbox.State;
import org.bulbil.bitcoin.outbox.SweepOrder;
import org.bulbil.bitcoin.payment.FeePolicy;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.bitcoin.wallet.WalletSettings;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.SandboxPurse;
import org.bulbil.sandbox.chain.esplora.EsploraServer;
import org.bulbil.sandbox.chain.esplora.Faults;
import org.bulbil.wire.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The wallet keeps its books to the satoshi on the sandbox's chain, asked over HTTP like any
 * Esplora server. Two servers serve the one chain, as two upstreams that must agree.
 */
class WalletOnSandboxChainTest {

  private static final FeePolicy FEES =
      new FeePolicy(2, FeeRate.RELAY_FLOOR, FeeRate.ofSatPerVb(50), 30);

  private static final FeeEstimates TWO_SAT = FeeEstimates.flat(FeeRate.ofSatPerVb(2));
  private static final Duration BLOCK = Duration.ofMinutes(10);
  private static final int TURNS_MAX = 20;
  private static final long GIFT = 100_000;
  private static final long PRICE = 40_000;

  private final TestingTime time = new TestingTime();
  private final RegtestChain chain = new RegtestChain(time);
  private final SandboxPurse faucet = new SandboxPurse(chain, "faucet");
  private final SandboxPurse shop = new SandboxPurse(chain, "shop");
  private final Http http = new Http(new Http.Limits(Duration.ofSeconds(1), 4 << 20));
  private final EsploraServer first = serve();
  private final EsploraServer second = serve();

  @TempDir private Path folder;
  private Wallet wallet;

  private EsploraServer serve() {
    try {
      var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return EsploraServer.start(chain, anyPort, new Faults(new Random(3), time), faucet);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void openWithAGift() {
    chain.premine(110, faucet.address().script(), BLOCK);
    wallet =
        Wallet.open(WalletSettings.in(folder, Network.REGTEST), sources(), time, new Random(7));
    gift(GIFT);
    mine();
    catchUp();
  }

  /** Reads the chain's whole past, so many headers at a time. */
  private void catchUp() {
    for (int turn = 0; turn < TURNS_MAX; turn++) {
      if (wallet.refresh().answer().filter(WalletView::isComplete).isPresent()) {
        return;
      }
    }
    throw new AssertionError("not caught up in " + TURNS_MAX + " turns");
  }

  private List<ChainSource> sources() {
    return List.of(new EsploraSource(first.uri(), http), new EsploraSource(second.uri(), http));
  }

  @AfterEach
  void close() {
    wallet.close();
    http.close();
    first.close();
    second.close();
  }

  private void gift(long sats) {
    var to = org.bulbil.sandbox.chain.Address.parse(wallet.receiveAddress().toString());
    assertThat(faucet.pay(to, Sats.of(sats), FeeRate.ofSatPerVb(2)).answer()).isPresent();
  }

  private void mine() {
    time.pause(BLOCK);
    chain.mine(1, faucet.address().script());
  }

  /** What the wallet sees; wherever that is, its books balance. */
  private WalletView view() {
    var seen = wallet.refresh();
    var view = seen.answer().orElseThrow(() -> new AssertionError(seen.summary()));
    assertThat(view.account().difference()).isZero();
    return view;
  }

  private Payment pay(String reference) {
    var order =
        new PaymentOrder(
            reference,
            Purpose.RENT,
            Address.parse(shop.address().text(), Network.REGTEST),
            Sats.of(PRICE),
            FEES);
    return ((PayAnswer.Recorded) wallet.outbox().pay(order, TWO_SAT)).payment();
  }

  private State state(String reference) {
    return wallet.outbox().find(reference).orElseThrow().state();
  }

  private boolean isWaiting(Payment payment) {
    return chain.read(
        view ->
            view.mempool().stream()
                .anyMatch(it -> it.id().toString().equals(payment.transaction().toString())));
  }

  @Test
  void aGiftIsHopeUntilItsBlockIsProven() {
    gift(5_000);
    var before = view();
    assertThat(before.hoped()).isEqualTo(Sats.of(5_000));
    assertThat(before.spendable()).isEqualTo(Sats.of(GIFT));
    mine();
    var after = view();
    assertThat(after.spendable()).isEqualTo(Sats.of(GIFT + 5_000));
    assertThat(after.gifts()).hasSize(2);
    assertThat(after.tip().height()).isEqualTo(chain.tip().height());
  }

  @Test
  void aPaymentReachesTheShopToTheSatoshi() {
    view();
    var payment = pay("invoice");
    assertThat(isWaiting(payment)).isTrue();
    view();
    mine();
    var after = view();
    assertThat(state("invoice")).isEqualTo(State.CONFIRMED);
    assertThat(shop.balance()).isEqualTo(Sats.of(PRICE));
    assertThat(after.spendable()).isEqualTo(Sats.of(GIFT - PRICE).minus(payment.fee()));
    assertThat(after.account().rent()).isEqualTo(Sats.of(PRICE));
  }

  @Test
  void aHigherBidReplacesTheFirstAndTheShopIsPaidOnce() {
    view();
    var low = pay("invoice");
    var answer = wallet.outbox().bump("invoice", FeeRate.ofSatPerVb(9));
    assertThat(answer).isInstanceOf(BumpAnswer.Bumped.class);
    var high = ((BumpAnswer.Bumped) answer).payment();
    assertThat(isWaiting(low)).isFalse();
    assertThat(isWaiting(high)).isTrue();
    view();
    mine();
    var after = view();
    assertThat(after.account().fees()).isEqualTo(high.fee());
    assertThat(high.fee()).isGreaterThan(low.fee());
    assertThat(shop.balance()).isEqualTo(Sats.of(PRICE));
  }

  @Test
  void aReorganisationOfTwoBlocksTakesNothingAwayForGood() {
    view();
    pay("invoice");
    mine();
    mine();
    view();
    assertThat(state("invoice")).isEqualTo(State.CONFIRMED);
    time.pause(BLOCK);
    chain.reorganise(2, faucet.address().script());
    view();
    assertThat(state("invoice")).isNotEqualTo(State.CONFIRMED);
    mine();
    var after = view();
    assertThat(state("invoice")).isEqualTo(State.CONFIRMED);
    assertThat(after.account().received()).isEqualTo(Sats.of(GIFT));
    assertThat(shop.balance()).isEqualTo(Sats.of(PRICE));
  }

  /** Two blocks hold the gift, and then none does; the payment from it is in neither. */
  @Test
  void aReorganisedGiftIsHopeAgain() {
    mine();
    assertThat(view().spendable()).isEqualTo(Sats.of(GIFT));
    time.pause(BLOCK);
    chain.reorganise(2, faucet.address().script());
    var during = view();
    assertThat(during.spendable()).isEqualTo(Sats.ZERO);
    assertThat(during.hoped()).isEqualTo(Sats.of(GIFT));
    mine();
    assertThat(view().spendable()).isEqualTo(Sats.of(GIFT));
  }

  @Test
  void aPaymentThatTheMempoolForgotIsSentAgainByTheSameBytes() {
    view();
    var payment = pay("invoice");
    chain.evict(new fr.acinq.bitcoin.TxId(payment.transaction().toString()));
    assertThat(isWaiting(payment)).isFalse();
    view();
    time.pause(Duration.ofMinutes(1));
    wallet.outbox().settle();
    assertThat(isWaiting(payment)).isTrue();
    mine();
    view();
    assertThat(state("invoice")).isEqualTo(State.CONFIRMED);
  }

  @Test
  void aSweepLeavesNothing() {
    gift(5_000);
    mine();
    view();
    var beneficiary = new SandboxPurse(chain, "beneficiary");
    var order =
        new SweepOrder(
            "will",
            Purpose.WILL,
            Address.parse(beneficiary.address().text(), Network.REGTEST),
            FeeRate.ofSatPerVb(2));
    var payment = ((PayAnswer.Recorded) wallet.outbox().sweep(order)).payment();
    mine();
    var after = view();
    assertThat(after.spendable()).isEqualTo(Sats.ZERO);
    assertThat(after.account().held()).isEqualTo(Sats.ZERO);
    assertThat(beneficiary.balance()).isEqualTo(Sats.of(GIFT + 5_000).minus(payment.fee()));
  }

  @Test
  void oneSilentServerIsOutlived() {
    first.faults().keepSilent();
    assertThat(view().spendable()).isEqualTo(Sats.of(GIFT));
    pay("invoice");
    mine();
    view();
    assertThat(state("invoice")).isEqualTo(State.CONFIRMED);
  }

  @Test
  void aServerInErrorIsOutlivedAndTwoInErrorAreUnknownNotZero() {
    second.faults().fail(503, 100);
    assertThat(view().spendable()).isEqualTo(Sats.of(GIFT));
    first.faults().fail(503, 100);
    assertThat(wallet.refresh().answer()).isEmpty();
    assertThat(wallet.view().orElseThrow().spendable()).isEqualTo(Sats.of(GIFT));
    first.faults().none();
    mine();
    assertThat(view().tip().height()).isEqualTo(chain.tip().height());
  }
}
