package org.bulbil.sandbox.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bulbil.sandbox.chain.Workbench.coin;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.ledger.ChainView;
import org.bulbil.sandbox.chain.ledger.Place;
import org.bulbil.sandbox.chain.ledger.ScriptHash;
import org.bulbil.sandbox.chain.rules.Regtest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a chain, it stays one valid chain, and its indexes tell what is on it. */
class ChainHistoryTest {

  private final Workbench bench = new Workbench();

  @Test
  void itBeginsWithTheGenesisBlockOfBitcoinCore() {
    var genesis = new RegtestChain(bench.time).tip();
    assertThat(genesis.id().toString())
        .isEqualTo("0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206");
  }

  @Test
  void theSubsidyHalvesEvery150Blocks() {
    assertThat(List.of(Regtest.subsidy(149), Regtest.subsidy(150), Regtest.subsidy(300)))
        .containsExactly(Sats.of(5_000_000_000L), Sats.of(2_500_000_000L), Sats.of(1_250_000_000L));
    assertThat(Regtest.subsidy(10_000)).isEqualTo(Sats.ZERO);
  }

  @Test
  void aPastIsDatedBackToNow() {
    var times =
        bench.chain.read(
            view ->
                IntStream.rangeClosed(1, Workbench.PREMINED)
                    .mapToObj(height -> view.block(height).orElseThrow().time())
                    .toList());
    assertThat(times).isSorted().endsWith(bench.time.now());
    assertThat(times.getFirst()).isEqualTo(bench.time.now().minusSeconds(600L * 108));
  }

  @Test
  void aReorganisationUnconfirmsAPaymentAndAnotherBlockConfirmsItAgain() {
    var payment = bench.spend(bench.coin(0), 500);
    bench.accept(payment);
    bench.mine(2);
    var old = bench.chain.tip();
    bench.chain.reorganise(2, bench.home);
    assertThat(bench.chain.tip().height()).isEqualTo(old.height() + 1);
    boolean forgotten = bench.chain.read(view -> view.block(old.hash()).isEmpty());
    assertThat(forgotten).isTrue();
    assertThat(place(payment)).isInstanceOf(Place.Waiting.class);
    bench.mine(1);
    assertThat(place(payment)).isInstanceOf(Place.Confirmed.class);
  }

  @Test
  void aReorganisationDropsWhatSpentACoinbaseThatIsGone() {
    bench.mine(100);
    var coinbase = bench.coins().getLast().height() - 99;
    var young =
        bench.coins().stream().filter(it -> it.height() == coinbase).findFirst().orElseThrow();
    var payment = bench.spend(young, 500);
    bench.accept(payment);
    bench.chain.reorganise(120, bench.home);
    assertThat(bench.chain.transaction(payment.txid)).isEmpty();
    assertThat(bench.chain.events().since(0).events())
        .contains(new ChainEvent.TransactionDropped(payment.txid, ChainEvent.Cause.INVALIDATED));
  }

  @Test
  void theGenesisBlockStays() {
    assertThatThrownBy(() -> bench.chain.reorganise(Workbench.PREMINED + 1, bench.home))
        .hasMessageContaining("there are only " + Workbench.PREMINED);
  }

  @Test
  void anEvictedTransactionTakesItsChildrenAlongAndMayComeBack() {
    var parent = bench.spend(bench.coin(0), 500);
    var child = bench.spend(coin(parent, 0), 500);
    List.of(parent, child).forEach(bench::accept);
    assertThat(bench.chain.evict(parent.txid)).containsExactlyInAnyOrder(parent.txid, child.txid);
    assertThat(bench.chain.transaction(child.txid)).isEmpty();
    bench.accept(parent);
  }

  @Test
  void theMinerLeavesWhatPaysTooLittleWaiting() {
    var cheap = bench.spend(bench.coin(0), 200);
    bench.accept(cheap);
    bench.chain.changeMinersFloor(FeeRate.ofSatPerVb(5));
    bench.mine(1);
    assertThat(place(cheap)).isInstanceOf(Place.Waiting.class);
    bench.accept(bench.spend(coin(cheap, 0), 5000));
    bench.mine(1);
    assertThat(place(cheap)).as("its child pays for it").isInstanceOf(Place.Confirmed.class);
  }

  @Test
  void anEstimateIsTheFloorUntilBlocksAreFull() {
    assertThat(estimate(1)).isEqualTo(FeeRate.RELAY_FLOOR);
    bench.chain.changeFeeFloor(FeeRate.ofSatPerVb(7));
    assertThat(estimate(6)).isEqualTo(FeeRate.ofSatPerVb(7));
  }

  private FeeRate estimate(int blocks) {
    return bench.chain.read(view -> view.feeEstimate(blocks));
  }

  @Test
  void aFollowerSeesEverythingInItsOrder() {
    long start = bench.chain.events().end();
    var contested = bench.coin(0);
    var first = bench.spend(contested, 500);
    var second = bench.spend(contested, 1500);
    List.of(first, second).forEach(bench::accept);
    bench.mine(1);
    var batch = bench.chain.events().since(start);
    assertThat(batch.events())
        .containsExactly(
            new ChainEvent.TransactionWaiting(first.txid),
            new ChainEvent.TransactionDropped(first.txid, ChainEvent.Cause.REPLACED),
            new ChainEvent.TransactionWaiting(second.txid),
            new ChainEvent.BlockConnected(bench.chain.tip().height(), bench.chain.tip().id()));
    assertThat(bench.chain.events().since(batch.next()).events()).isEmpty();
  }

  @Test
  void aSlowFollowerIsToldHowMuchItMissed() {
    var log = new EventLog();
    var event = new ChainEvent.BlockConnected(1, bench.chain.tip().id());
    IntStream.range(0, EventLog.CAPACITY + 5).forEach(_ -> log.add(event));
    assertThat(log.since(0).missed()).isEqualTo(5);
    assertThat(log.since(0).events()).hasSize(EventLog.CAPACITY);
    assertThat(log.since(log.end() - 1).events()).containsExactly(event);
  }

  /** The index equals a naive scan of all blocks, after any mixture of payments and reorgs. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theIndexAgreesWithANaiveScan(long seed) {
    var dice = new Random(seed);
    var scripts = Stream.of(bench.home, bench.taproot).toList();
    for (int i = 0; i < 120; i++) {
      step(dice, scripts);
    }
    for (ByteVector script : scripts) {
      assertThat(indexed(script))
          .as("seed %d", seed)
          .isEqualTo(bench.chain.read(view -> scan(view, script)));
    }
  }

  private void step(Random dice, List<ByteVector> scripts) {
    int chance = dice.nextInt(20);
    if (chance == 0) {
      bench.chain.reorganise(1 + dice.nextInt(6), bench.home);
    } else if (chance == 1) {
      anyOf(dice, bench.mempool()).forEach(bench.chain::evict);
    } else if (chance < 6) {
      bench.mine(1);
    } else {
      pay(dice, scripts);
    }
  }

  private void pay(Random dice, List<ByteVector> scripts) {
    var coins = new ArrayList<>(bench.coins());
    coins.addAll(bench.coins(bench.taproot));
    for (var coin : anyOf(dice, coins)) {
      long half = coin.amount().value() / 2;
      var to = scripts.get(dice.nextInt(scripts.size()));
      bench.chain.submit(
          bench.spend(
              coin,
              Workbench.output(half, to),
              Workbench.output(half - 300 - dice.nextInt(500), bench.home)));
    }
  }

  private static <T> List<T> anyOf(Random dice, List<T> all) {
    return all.isEmpty() ? List.of() : List.of(all.get(dice.nextInt(all.size())));
  }

  private record Picture(List<TxId> history, Set<String> unspent, long funded, long spent) {}

  private Picture indexed(ByteVector script) {
    var hash = ScriptHash.of(script);
    return bench.chain.read(
        view ->
            new Picture(
                view.confirmed(hash),
                view.unspent(hash).stream()
                    .filter(it -> it.isConfirmed())
                    .map(it -> it.coin().outPoint().toString())
                    .collect(Collectors.toSet()),
                view.turnover(hash).funded().value(),
                view.turnover(hash).spent().value()));
  }

  /** Reads every block from the first; knows nothing of the index. */
  private static Picture scan(ChainView view, ByteVector script) {
    var history = new ArrayList<TxId>();
    var unspent = new HashMap<String, Long>();
    long funded = 0;
    long spent = 0;
    for (int height = 1; height <= view.height(); height++) {
      for (Transaction transaction : view.block(height).orElseThrow().block().tx) {
        boolean touched = false;
        for (var input : transaction.txIn) {
          var amount = unspent.remove(input.outPoint.toString());
          touched |= amount != null;
          spent += amount == null ? 0 : amount;
        }
        for (int i = 0; i < transaction.txOut.size(); i++) {
          if (transaction.txOut.get(i).publicKeyScript.equals(script)) {
            touched = true;
            funded += transaction.txOut.get(i).amount.toLong();
            unspent.put(
                coin(transaction, i).outPoint().toString(),
                transaction.txOut.get(i).amount.toLong());
          }
        }
        if (touched) {
          history.add(transaction.txid);
        }
      }
    }
    view.mempool().stream()
        .flatMap(it -> it.spending().coins().stream())
        .forEach(it -> unspent.remove(it.outPoint().toString()));
    return new Picture(history, Set.copyOf(unspent.keySet()), funded, spent);
  }

  private Place place(Transaction transaction) {
    return bench.chain.transaction(transaction.txid).orElseThrow().place();
  }
}
