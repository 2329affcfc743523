package org.bulbil.bitcoin.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxOut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bulbil.bitcoin.BlockHash;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.chain.HistoryPage;
import org.bulbil.bitcoin.chain.MerkleProof;
import org.bulbil.bitcoin.chain.Sighting;
import org.bulbil.bitcoin.chain.Tip;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.bitcoin.outbox.PaymentOrder;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.testing.Liar;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingChain;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever one server says, first or second of two, or alone: nothing breaks, no money appears that
 * is not there, none that was proven goes, and nothing is paid twice.
 */
class LiarTest {

  private static final Sats GIFT = Sats.of(50_000);

  /** A wallet with a proven gift, and one server of its two that can lie. */
  static final class Court implements AutoCloseable {
    final TestingTime time = new TestingTime();
    final TestingChain chain = new TestingChain(time);
    final Liar liar = new Liar(chain.source("liar"));
    final Wallet wallet;

    Court(int place) {
      var sources = new ArrayList<ChainSource>(List.of(chain.source("honest")));
      if (place < 2) {
        sources.add(place, liar.source());
      } else {
        sources.set(0, liar.source());
      }
      var disk = new SimulatedDisk();
      var settings = WalletSettings.of(Network.REGTEST, disk.seed(), disk.file("wallet.db"));
      wallet = Wallet.open(settings, sources, time, new Random(3));
      chain.mine(10);
      chain.fundAndMine(wallet.receiveAddress(), GIFT);
      wallet.refresh();
    }

    Sats spendable() {
      return wallet.view().orElseThrow().spendable();
    }

    PayAnswer pay() {
      var order =
          new PaymentOrder(
              "invoice:1", Purpose.RENT, Bench.somebody(1), Sats.of(20_000), Bench.FEES);
      return wallet.outbox().pay(order, wallet.feeEstimates().answer().orElse(Bench.TWO_SAT));
    }

    @Override
    public void close() {
      wallet.close();
    }
  }

  record Lie(String name, BiConsumer<Court, Liar> told) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Lie> LIES =
      List.of(
          new Lie("invents a gift", LiarTest::inventGift),
          new Lie("invents a gift with all the money there is", LiarTest::inventFortune),
          new Lie(
              "omits every transaction",
              (_, liar) -> {
                liar.about(
                    "history",
                    (_, _) -> Outcome.done(new HistoryPage(List.of(), Optional.empty())));
                liar.about("mempool", (_, _) -> Outcome.done(List.of()));
              }),
          new Lie("knows no transaction", (_, liar) -> liar.about("transaction", (_, _) -> no())),
          new Lie("has no proof", (_, liar) -> liar.about("merkleProof", (_, _) -> no())),
          new Lie(
              "proves with another branch",
              (_, liar) ->
                  liar.about(
                      "merkleProof",
                      (_, _) -> Outcome.done(new MerkleProof(5, 1, List.of("ab".repeat(32)))))),
          new Lie(
              "proves by a block of the future",
              (_, liar) ->
                  liar.about(
                      "merkleProof",
                      (_, _) -> Outcome.done(new MerkleProof(9_999_999, 0, List.of())))),
          new Lie("is a thousand blocks ahead", (court, liar) -> tip(court, liar, 1000)),
          new Lie("is ten blocks behind", (court, liar) -> tip(court, liar, -10)),
          new Lie("has another newest block", (court, liar) -> tip(court, liar, 0)),
          new Lie("has no headers", (_, liar) -> liar.about("headers", (_, _) -> done(List.of()))),
          new Lie(
              "gives headers that do not link",
              (_, liar) ->
                  liar.about(
                      "headers",
                      (_, truth) ->
                          truth.map(
                              list ->
                                  ((List<?>) list)
                                      .stream()
                                          .map(header -> ((BlockHeader) header).setTime(7))
                                          .toList()))),
          new Lie(
              "gives headers of a lighter chain",
              (_, liar) -> {
                var other = new TestingChain(new TestingTime());
                other.mine(3);
                other.reorganise(2); // With less work than the true one: work is free on regtest.
                var source = other.source("other");
                liar.about("tip", (_, _) -> source.tip());
                liar.about("headers", (asked, _) -> source.headers((int) asked[0], (int) asked[1]));
              }),
          new Lie(
              "floods the mempool",
              (_, liar) ->
                  liar.about(
                      "mempool",
                      (_, _) ->
                          Outcome.done(
                              IntStream.range(0, 5000)
                                  .mapToObj(i -> new TxId("%064x".formatted(i)))
                                  .toList()))),
          new Lie(
              "wants fees without end",
              (_, liar) ->
                  liar.about(
                      "feeEstimates", (_, _) -> Outcome.done(FeeEstimates.flat(FeeRate.MAX)))),
          new Lie(
              "knows of no fees",
              (_, liar) ->
                  liar.about("feeEstimates", (_, _) -> Outcome.done(FeeEstimates.of(Map.of())))),
          new Lie(
              "swallows payments",
              (_, liar) ->
                  liar.about("broadcast", (asked, _) -> done(TxId.of((Transaction) asked[0])))),
          new Lie("refuses payments", (_, liar) -> liar.about("broadcast", (_, _) -> no())),
          new Lie("refuses everything", (_, liar) -> everything(liar, no())),
          new Lie(
              "is silent", (_, liar) -> everything(liar, Outcome.unknown("no answer in time"))));

  private static void everything(Liar liar, Outcome<?> answer) {
    Stream.of(
            "tip",
            "headers",
            "history",
            "mempool",
            "transaction",
            "merkleProof",
            "feeEstimates",
            "broadcast")
        .forEach(question -> liar.about(question, (_, _) -> answer));
  }

  private static <T> Outcome<T> done(T value) {
    return Outcome.done(value);
  }

  private static <T> Outcome<T> no() {
    return Outcome.refused("no", 404);
  }

  private static void tip(Court court, Liar liar, int higher) {
    var tip = new Tip(court.chain.tip().height() + higher, new BlockHash("cd".repeat(32)));
    liar.about("tip", (_, _) -> Outcome.done(tip));
  }

  private static void inventGift(Court court, Liar liar) {
    invent(court, liar, 1_000_000);
  }

  private static void inventFortune(Court court, Liar liar) {
    invent(court, liar, Sats.SUPPLY_MAX);
  }

  private static void invent(Court court, Liar liar, long sats) {
    var script = court.wallet.receiveAddress().lockingScript().bytes();
    var fake =
        new Transaction(
            2,
            court.chain.confirmed().getLast().txIn,
            List.of(new TxOut(new Satoshi(sats), script)),
            0);
    var seen = new Sighting(TxId.of(fake), Optional.of(court.chain.tip()));
    liar.about("history", (_, _) -> Outcome.done(new HistoryPage(List.of(seen), Optional.empty())));
    liar.about("transaction", (_, _) -> Outcome.done(fake));
    liar.about("merkleProof", (_, _) -> Outcome.done(new MerkleProof(11, 0, List.of())));
  }

  /** First, second, or alone. */
  static Stream<Arguments> lies() {
    return LIES.stream()
        .flatMap(lie -> IntStream.range(0, 3).mapToObj(place -> Arguments.of(lie, place)));
  }

  @ParameterizedTest(name = "{0}, as number {1}")
  @MethodSource("lies")
  void noLieMakesOrTakesMoney(Lie lie, int place) {
    try (var court = new Court(place)) {
      assertThat(court.spendable()).isEqualTo(GIFT);
      lie.told().accept(court, court.liar);
      for (int turn = 0; turn < 5; turn++) {
        court.chain.mine(1);
        court.time.pause(Duration.ofMinutes(1));
        court.wallet.refresh();
        assertThat(court.spendable()).isEqualTo(GIFT);
        assertThat(court.wallet.view().orElseThrow().account().difference()).isZero();
      }
    }
  }

  @ParameterizedTest(name = "{0}, as number {1}")
  @MethodSource("lies")
  void noLieMakesAPaymentTwiceOrDearerThanItsCap(Lie lie, int place) {
    try (var court = new Court(place)) {
      lie.told().accept(court, court.liar);
      court.pay();
      for (int turn = 0; turn < 10; turn++) {
        court.pay();
        court.chain.mine(1);
        court.time.pause(Duration.ofMinutes(1));
        court.wallet.refresh();
        court.wallet.outbox().settle();
      }
      assertThat(court.chain.balance(Bench.somebody(1)).value()).isIn(0L, 20_000L);
      court.liar.repent();
      for (int turn = 0; turn < 3; turn++) {
        court.time.pause(Duration.ofMinutes(1));
        court.wallet.outbox().settle();
        court.chain.mine(1);
        court.wallet.refresh();
      }
      court.pay();
      court.chain.mine(1);
      assertThat(court.chain.balance(Bench.somebody(1))).isEqualTo(Sats.of(20_000));
      assertThat(court.wallet.view().orElseThrow().account().fees())
          .isLessThanOrEqualTo(Sats.of(20_000).percent(Bench.FEES.maxSharePercent()));
    }
  }

  @Test
  void aReorganisationOfSixBlocksTakesAGiftAndGivesItBack() {
    try (var court = new Court(0)) {
      court.chain.mine(5);
      court.wallet.refresh();
      court.chain.reorganise(6);
      court.wallet.refresh();
      assertThat(court.spendable()).isEqualTo(Sats.ZERO);
      assertThat(court.wallet.view().orElseThrow().hoped()).isEqualTo(GIFT);
      court.chain.mine(1);
      court.wallet.refresh();
      assertThat(court.spendable()).isEqualTo(GIFT);
    }
  }

  /** A payment out of a gift that a reorganisation took, and that its giver spent otherwise. */
  @Test
  void aPaymentOutOfAGiftThatIsGoneForGoodDiesAndNothingIsLost() {
    try (var court = new Court(0)) {
      court.pay();
      var payment = court.wallet.outbox().find("invoice:1").orElseThrow();
      var gift = payment.current().inputs().getFirst().transaction();
      var bytes = court.chain.source("x").transaction(gift).answer().orElseThrow();
      court.chain.reorganise(2);
      court.chain.evict(gift);
      court.wallet.refresh();
      assertThat(court.wallet.view().orElseThrow().account().difference()).isZero();
      assertThat(court.wallet.outbox().find("invoice:1").orElseThrow().isOpen()).isTrue();
      court.chain.mineDirectly(
          bytes.updateOutputs(List.of(bytes.txOut.getLast()))); // Back to its giver.
      court.chain.mine(8);
      court.wallet.refresh();
      assertThat(court.spendable()).isEqualTo(Sats.ZERO);
      assertThat(court.wallet.view().orElseThrow().account().difference()).isZero();
      assertThat(court.chain.balance(Bench.somebody(1))).isEqualTo(Sats.ZERO);
    }
  }
}
