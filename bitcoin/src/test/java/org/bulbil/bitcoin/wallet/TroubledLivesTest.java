package org.bulbil.bitcoin.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.outbox.PayAnswer;
import org.bulbil.bitcoin.outbox.PaymentOrder;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.outbox.State;
import org.bulbil.bitcoin.outbox.Step;
import org.bulbil.bitcoin.outbox.SweepOrder;
import org.bulbil.bitcoin.store.StoreException;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.SimulatedDisk.Moment;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever order gifts, payments, crashes, reorganisations, evictions and silence come in, every
 * satoshi is accounted for at every step and no reference is paid twice. A failing seed replays;
 * {@code -Dlives=1000} tries more of them, {@code -Dlife=58} one alone.
 */
class TroubledLivesTest {

  private static final int EVENTS = 80;

  static LongStream seeds() {
    long only = Long.getLong("life", -1);
    return only >= 0 ? LongStream.of(only) : LongStream.range(0, Long.getLong("lives", 20));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noSatoshiIsLostOrPaidTwice(long seed) {
    var disk = new SimulatedDisk();
    try (var bench = new Bench(disk)) {
      var life = new Life(disk, bench, new Random(seed), "seed " + seed);
      bench.chain.mine(8);
      for (int i = 0; i < EVENTS; i++) {
        life.event();
        life.check();
      }
      life.endInPeace();
    }
  }

  /** The machine ends. */
  private static final class DiskCut extends Error {
    private static final long serialVersionUID = 1;
  }

  /** One wallet's troubles. */
  private static final class Life {
    private final SimulatedDisk disk;
    private final Bench bench;
    private final Random dice;
    private final String name;
    private final Map<String, Sats> wishes = new LinkedHashMap<>();
    private final Map<String, Address> payees = new HashMap<>();
    private int sweeps;

    Life(SimulatedDisk disk, Bench bench, Random dice, String name) {
      this.disk = disk;
      this.bench = bench;
      this.dice = dice;
      this.name = name;
    }

    void event() {
      switch (dice.nextInt(16)) {
        case 0, 1, 2 -> bench.chain.fund(bench.wallet.receiveAddress(), sats(300, 200_000));
        case 3, 4 -> bench.chain.mine(1 + dice.nextInt(2));
        case 5, 6 -> pay("invoice:" + dice.nextInt(12));
        case 7 -> crashWhilePaying();
        case 8 -> bump();
        case 9 -> bench.chain.reorganise(1 + dice.nextInt(6));
        case 10 -> evictOneOfOurs();
        case 11 -> toggleServer();
        case 12 -> bench.restart();
        case 13 -> sweep();
        case 14 -> crashAtTheDisk();
        case 15 -> fillTheDisk();
        default -> throw new AssertionError();
      }
      bench.wait(Duration.ofSeconds(dice.nextInt(40)));
    }

    private void pay(String reference) {
      if (bench.wallet.outbox().pay(order(reference), Bench.TWO_SAT)
          instanceof PayAnswer.Recorded(var payment)) {
        wishes.put(reference, payment.amount());
      }
    }

    private PaymentOrder order(String reference) {
      return new PaymentOrder(
          reference, Purpose.RENT, payee(reference), sats(1000, 60_000), Bench.FEES);
    }

    private void crashWhilePaying() {
      var steps = Step.values();
      bench.restart(PowerCut.at(steps[dice.nextInt(steps.length)], 1 + dice.nextInt(2)));
      var reference = "invoice:" + dice.nextInt(12);
      try {
        pay(reference);
        bench.wallet.outbox().settle();
      } catch (PowerCut e) {
        // The machine is off; what the disk holds decides.
      }
      bench.restart();
      bench.wallet.outbox().find(reference).ifPresent(it -> wishes.put(reference, it.amount()));
    }

    /** The machine ends at some write of a heartbeat, or of a payment. */
    private void crashAtTheDisk() {
      var moments = Moment.values();
      var moment = moments[dice.nextInt(moments.length)];
      int nth = 1 + dice.nextInt(6);
      var seen = new AtomicInteger();
      disk.meet(
          (now, _) -> {
            if (now == moment && seen.incrementAndGet() == nth) {
              throw new DiskCut();
            }
          });
      var reference = "invoice:" + dice.nextInt(12);
      try {
        pay(reference);
        bench.chain.mine(1);
        bench.wallet.refresh();
        bench.wallet.outbox().settle();
      } catch (DiskCut e) {
        bench.reopen();
      }
      disk.meet((_, _) -> {});
      bench.wallet.outbox().find(reference).ifPresent(it -> wishes.put(reference, it.amount()));
    }

    /** No commit succeeds for a while; whoever tries is told, and nothing is half done. */
    private void fillTheDisk() {
      disk.meet(
          (now, _) -> {
            if (now == Moment.COMMIT) {
              throw SimulatedDisk.full();
            }
          });
      try {
        bench.chain.mine(1);
        pay("invoice:" + dice.nextInt(12));
        bench.wallet.refresh();
        bench.wallet.outbox().settle();
      } catch (StoreException e) {
        // The heartbeat failed; the next one goes on from what the disk holds.
      }
      disk.meet((_, _) -> {});
    }

    private void bump() {
      var open = bench.wallet.outbox().open();
      if (!open.isEmpty()) {
        var payment = open.get(dice.nextInt(open.size()));
        bench.wallet.outbox().bump(payment.reference(), FeeRate.ofSatPerVb(3 + dice.nextInt(30)));
        wishes.computeIfPresent(
            payment.reference(),
            (reference, _) -> bench.wallet.outbox().find(reference).orElseThrow().amount());
      }
    }

    private void evictOneOfOurs() {
      var open = bench.wallet.outbox().open();
      if (!open.isEmpty()) {
        var attempt = open.get(dice.nextInt(open.size())).transaction();
        bench.chain.evict(attempt);
        if (dice.nextBoolean()) {
          bench.server.omit(attempt);
        }
      }
    }

    private void toggleServer() {
      switch (dice.nextInt(3)) {
        case 0 -> bench.server.goDown();
        case 1 -> bench.server.refuseBroadcasts();
        default -> calm();
      }
    }

    private void sweep() {
      var reference = "merge:" + sweeps++;
      bench
          .wallet
          .outbox()
          .sweep(
              new SweepOrder(
                  reference,
                  Purpose.CONSOLIDATION,
                  bench.wallet.receiveAddress(),
                  FeeRate.ofSatPerVb(1)));
    }

    private void calm() {
      bench.server.comeUp();
      bench.server.acceptBroadcasts();
      bench.chain.confirmed().forEach(tx -> bench.server.mention(TxId.of(tx)));
      bench.wallet.outbox().open().stream()
          .flatMap(payment -> payment.attempts().stream())
          .forEach(attempt -> bench.server.mention(attempt.transaction()));
    }

    void check() {
      bench.wallet.refresh();
      bench.wallet.outbox().settle();
      bench.wallet.view().ifPresent(this::checkAccount);
      wishes.keySet().forEach(this::checkPaidOnce);
    }

    private void checkAccount(WalletView view) {
      assertThat(view.account().difference()).as("%s: %s", name, view.account()).isZero();
      assertThat(view.account().foreign()).as(name).isEqualTo(Sats.ZERO);
    }

    private void checkPaidOnce(String reference) {
      var script = payee(reference).lockingScript();
      var payments =
          bench.chain.confirmed().stream()
              .flatMap(tx -> tx.txOut.stream())
              .filter(output -> output.publicKeyScript.toHex().equals(script.hex()))
              .toList();
      assertThat(payments).as("%s, %s", name, reference).hasSizeLessThanOrEqualTo(1);
    }

    void endInPeace() {
      calm();
      for (int i = 0; i < 12; i++) {
        bench.wait(Duration.ofMinutes(1));
        bench.wallet.outbox().settle();
        bench.chain.mine(1);
        bench.view();
      }
      var view = bench.view();
      checkAccount(view);
      assertThat(bench.wallet.outbox().open()).as(name).isEmpty();
      wishes.forEach(this::checkEnd);
      var change = bench.change();
      assertThat(view.account().held())
          .as(name)
          .isEqualTo(
              bench.chain.balance(bench.wallet.receiveAddress()).plus(bench.chain.balance(change)));
    }

    /**
     * Paid, or dead for good: a payment out of the change of an attempt dies where a reorganisation
     * confirms another attempt instead.
     */
    private void checkEnd(String reference, Sats amount) {
      var state = bench.wallet.outbox().find(reference).orElseThrow().state();
      assertThat(state).as("%s, %s", name, reference).isIn(State.CONFIRMED, State.DEAD);
      assertThat(bench.chain.balance(payee(reference)))
          .as("%s, %s is %s", name, reference, state)
          .isEqualTo(state == State.DEAD ? Sats.ZERO : amount);
    }

    private Sats sats(int least, int most) {
      return Sats.of(least + dice.nextInt(most - least));
    }

    private Address payee(String reference) {
      return payees.computeIfAbsent(reference, it -> Bench.somebody(it.hashCode()));
    }
  }
}
