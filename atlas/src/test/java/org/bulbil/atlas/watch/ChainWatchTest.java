package org.bulbil.atlas.watch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bulbil.atlas.ingest.Told;
import org.bulbil.atlas.network.Gift;
import org.bulbil.atlas.network.Purse;
import org.bulbil.atlas.store.SqlStore;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.testing.TestingChain;
import org.bulbil.bitcoin.testing.TestingChainSource;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Balances and gifts follow the chain, forward and back, and no single server is believed. */
class ChainWatchTest {

  private static final Address FIRST = address("11");
  private static final Address SECOND = address("22");
  private static final Pace PACE = new Pace(Duration.ofSeconds(1), Duration.ZERO, 10);

  private final TestingTime time = new TestingTime();
  private final TestingChain chain = new TestingChain(time);
  private final TestingChainSource one = chain.source("one");
  private final TestingChainSource two = chain.source("two");
  @TempDir private Path folder;
  private SqlStore store;
  private ChainWatch watch;

  private static Address address(String letter) {
    return Address.of(new LockingScript("0014" + letter.repeat(20)), Network.REGTEST);
  }

  @BeforeEach
  void open() {
    store = SqlStore.open(folder.resolve("atlas.db").toString(), Chain.REGTEST, time);
    publish(FIRST, SECOND);
    watch = watch(one, two);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private ChainWatch watch(ChainSource... sources) {
    return new ChainWatch(List.of(sources), Network.REGTEST, store::snapshot, PACE, time);
  }

  private void publish(Address... addresses) {
    try (var update = store.update()) {
      update.relays(
          time.now(),
          Arrays.stream(addresses).map(it -> PaperDetails.withContact("btc:" + it)).toList());
      update.publish();
    }
  }

  @Test
  void aGiftIsAHopeAndThenMoney() throws InterruptedException {
    var id = chain.fund(FIRST, Sats.of(5000));
    look();
    assertThat(purse(FIRST)).extracting(Purse::unconfirmed).isEqualTo(Sats.of(5000));
    assertThat(purse(FIRST).confirmed()).isEqualTo(Sats.ZERO);
    var hoped = gifts(FIRST).getFirst();
    assertThat(hoped.txid()).isEqualTo(id.hex());
    assertThat(hoped.height()).isEmpty();
    var tip = chain.mine(1);
    look();
    assertThat(purse(FIRST).confirmed()).isEqualTo(Sats.of(5000));
    assertThat(purse(FIRST).unconfirmed()).isEqualTo(Sats.ZERO);
    assertThat(purse(FIRST).received()).isEqualTo(Sats.of(5000));
    assertThat(gifts(FIRST)).hasSize(1);
    assertThat(gifts(FIRST).getFirst().height()).hasValue(tip.height());
    assertThat(purse(SECOND).received()).isEqualTo(Sats.ZERO);
  }

  @Test
  void whatItPaysAndItsChangeAreNoGifts() throws InterruptedException {
    var id = chain.fundAndMine(FIRST, Sats.of(5000));
    look();
    var gift = chain.confirmed().stream().filter(it -> TxId.of(it).equals(id)).findFirst();
    chain.mineDirectly(spending(gift.orElseThrow(), 2000, 2900));
    look();
    assertThat(purse(FIRST).confirmed()).isEqualTo(Sats.of(2900));
    assertThat(purse(FIRST).received()).isEqualTo(Sats.of(5000));
    assertThat(gifts(FIRST)).hasSize(1);
    assertThat(purse(SECOND).received()).isEqualTo(Sats.of(2000));
  }

  /** To the second address, with change to the first. */
  private static Transaction spending(Transaction gift, long paid, long change) {
    return new Transaction(
        2,
        List.of(new TxIn(new OutPoint(gift, 0), 0xfffffffdL)),
        List.of(
            new TxOut(new Satoshi(paid), SECOND.lockingScript().bytes()),
            new TxOut(new Satoshi(change), FIRST.lockingScript().bytes())),
        0);
  }

  @Test
  void aReorganisationTakesBackWhatItUndoes() throws InterruptedException {
    chain.fundAndMine(FIRST, Sats.of(1000));
    chain.mine(3);
    var id = chain.fundAndMine(FIRST, Sats.of(5000));
    look();
    assertThat(purse(FIRST).confirmed()).isEqualTo(Sats.of(6000));
    chain.reorganise(1);
    look();
    assertThat(purse(FIRST).confirmed()).isEqualTo(Sats.of(1000));
    assertThat(purse(FIRST).unconfirmed()).isEqualTo(Sats.of(5000));
    assertThat(gifts(FIRST)).anySatisfy(gift -> assertThat(gift.height()).isEmpty());
    chain.evict(id);
    look();
    assertThat(purse(FIRST).unconfirmed()).isEqualTo(Sats.ZERO);
    assertThat(gifts(FIRST)).extracting(Gift::amount).containsExactly(Sats.of(1000));
  }

  @Test
  void oneServerAloneIsNotBelieved() throws InterruptedException {
    look();
    chain.fundAndMine(FIRST, Sats.of(5000));
    two.goDown();
    assertThat(turn(watch)).isInstanceOf(Outcome.Unknown.class);
    assertThat(purse(FIRST).confirmed()).isEqualTo(Sats.ZERO);
    two.comeUp();
    look();
    assertThat(purse(FIRST).confirmed()).isEqualTo(Sats.of(5000));
  }

  @Test
  void aServerThatLeavesOutOrMakesUpIsContradicted() throws InterruptedException {
    var id = chain.fundAndMine(FIRST, Sats.of(5000));
    two.omit(id);
    turn(watch);
    assertThat(stored(FIRST)).isEmpty();
    assertThat(purse(SECOND).received()).isEqualTo(Sats.ZERO);
  }

  @Test
  void twoOfThreeAreEnough() throws InterruptedException {
    var three = chain.source("three");
    var id = chain.fundAndMine(FIRST, Sats.of(5000));
    one.omit(id);
    turn(watch(one, two, three));
    assertThat(purse(FIRST).confirmed()).isEqualTo(Sats.of(5000));
  }

  @Test
  void aHopeThatOnlyOneHasSeenIsNone() throws InterruptedException {
    two.omit(chain.fund(FIRST, Sats.of(5000)));
    look();
    assertThat(purse(FIRST).unconfirmed()).isEqualTo(Sats.ZERO);
    assertThat(gifts(FIRST)).isEmpty();
  }

  @Test
  void whatWasReadIsNotReadAgainAfterARestart() throws InterruptedException {
    for (int i = 0; i < 30; i++) {
      chain.fundAndMine(FIRST, Sats.of(1000 + i));
    }
    look();
    int before = one.requests() + two.requests();
    assertThat(before).isGreaterThan(60);
    watch = watch(one, two);
    look();
    assertThat(one.requests() + two.requests() - before).isLessThan(10);
    assertThat(purse(FIRST).confirmed()).isEqualTo(chain.balance(FIRST));
  }

  @Test
  void aLongHistoryIsReadOverSeveralTurnsAndUnknownUntilThen() throws InterruptedException {
    for (int i = 0; i < 150; i++) {
      chain.fund(FIRST, Sats.of(1000 + i));
    }
    chain.mine(1);
    turn(watch);
    assertThat(stored(FIRST)).isEmpty();
    look();
    assertThat(purse(FIRST).confirmed()).isEqualTo(chain.balance(FIRST));
  }

  @Test
  void anAddressWithTooMuchIsNamedAndLeft() throws InterruptedException {
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < 50; i++) {
        chain.fund(FIRST, Sats.of(1000));
      }
      chain.mine(1);
    }
    var told = turn(watch);
    assertThat(told.answer().orElseThrow().remarks())
        .anySatisfy(remark -> assertThat(remark).contains(FIRST.toString(), "not watched"));
    assertThat(stored(FIRST)).isEmpty();
    assertThat(stored(SECOND)).isPresent();
  }

  @Test
  void theLongestUnseenComeFirst() throws InterruptedException {
    var slow =
        new ChainWatch(
            List.of(one),
            Network.REGTEST,
            store::snapshot,
            new Pace(Duration.ofSeconds(1), Duration.ZERO, 1),
            time);
    turn(slow);
    assertThat(List.of(stored(FIRST).isPresent(), stored(SECOND).isPresent())).contains(false);
    time.pause(Duration.ofSeconds(1));
    turn(slow);
    assertThat(stored(FIRST)).isPresent();
    assertThat(stored(SECOND)).isPresent();
  }

  @Test
  void anAddressThatNobodyPublishesAnyMoreIsForgotten() throws InterruptedException {
    look();
    publish(FIRST);
    look();
    assertThat(stored(SECOND)).isEmpty();
  }

  private void look() throws InterruptedException {
    assertThat(turn(watch)).isInstanceOf(Outcome.Done.class);
  }

  private Outcome<Told> turn(ChainWatch turning) throws InterruptedException {
    return turning.bringUpToDate(store);
  }

  private Optional<Purse> stored(Address address) {
    return store.snapshot().purse(published(address));
  }

  private Purse purse(Address address) {
    return stored(address).orElseThrow();
  }

  private List<Gift> gifts(Address address) {
    return store.gifts(Optional.of(address.toString()), 1000);
  }

  private static BitcoinAddress published(Address address) {
    return BitcoinAddress.read(address.toString()).answer().orElseThrow();
  }

  @Test
  void aPassbookIsReadAsItWasWritten() {
    var movement =
        new Movement(
            new TxId("ab".repeat(32)),
            7,
            Instant.ofEpochSecond(1_700_000_000),
            List.of(new Movement.Output(0, Sats.of(5)), new Movement.Output(3, Sats.of(6))),
            List.of(new org.bulbil.bitcoin.OutPoint(new TxId("cd".repeat(32)), 1)));
    var bare = new Movement(new TxId("ef".repeat(32)), 8, Instant.EPOCH, List.of(), List.of());
    assertThat(PassbookText.read(PassbookText.write(List.of(movement, bare))))
        .contains(List.of(movement, bare));
    assertThat(PassbookText.read(new byte[] {1, 2, 3})).isEmpty();
  }
}
