package org.bulbil.bitcoin.spv;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acinq.bitcoin.BlockHeader;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.bulbil.bitcoin.BlockHash;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.MerkleProof;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.store.Store;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingChain;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our chain is the one with the most work, whoever shows it, and never one that breaks a rule. */
class HeaderChainTest {

  private final SimulatedDisk disk = new SimulatedDisk();
  private final TestingChain chain = new TestingChain(new TestingTime());
  private Store file;
  private int others;
  private HeaderChain headers;

  @BeforeEach
  void open() {
    file = disk.file("wallet.db").open();
    headers = new HeaderChain(file, Network.REGTEST, Birthday.GENESIS);
  }

  @AfterEach
  void close() {
    file.close();
  }

  /** A store of another wallet. */
  private Store another() {
    return disk.file("other" + others++ + ".db").open();
  }

  @Test
  void aLongChainIsReadInBoundedSteps() {
    chain.mine(250);
    assertThat(advance(chain).isCaughtUp()).isFalse();
    advance(chain);
    var progress = advance(chain);
    assertThat(progress.tip()).isEqualTo(chain.tip());
    assertThat(progress.isCaughtUp()).isTrue();
    assertThat(headers.birth()).isZero();
  }

  @Test
  void aBranchWithMoreWorkReplacesOurs() {
    chain.mine(20);
    advance(chain);
    chain.reorganise(4);
    assertThat(advance(chain).tip()).isEqualTo(chain.tip());
  }

  @Test
  void aDeepReorganisationWithinTheBoundIsFollowed() {
    chain.mine(90);
    advance(chain);
    chain.reorganise(80);
    assertThat(advance(chain).tip()).isEqualTo(chain.tip());
  }

  @Test
  void aBranchWithLessWorkIsNotOurs() {
    var rival = new TestingChain(new TestingTime());
    chain.mine(20);
    rival.mine(10);
    advance(chain);
    assertThat(advance(rival).tip()).isEqualTo(chain.tip());
  }

  @Test
  void aServerThatLagsTakesNothingBack() {
    chain.mine(20);
    var tip = advance(chain).tip();
    var late = new TestingChain(new TestingTime());
    assertThat(advance(late).tip()).isEqualTo(tip);
  }

  @Test
  void aHeaderWithoutTheWorkItClaimsIsNoBlock() {
    chain.mine(5);
    advance(chain);
    chain.mine(1);
    var cheap = changed(header -> header.setNonce(nonceWithoutWork(header)));
    assertThat(headers.advance(cheap).summary()).contains("work");
    assertThat(headers.tip().orElseThrow().height()).isEqualTo(6);
  }

  @Test
  void aHeaderOfAnotherDifficultyIsNoBlock() {
    chain.mine(5);
    advance(chain);
    chain.mine(1);
    assertThat(headers.advance(changed(header -> header.setBits(0x2100ffffL))).summary())
        .contains("difficulty");
  }

  @Test
  void aChainWithAnotherFirstBlockIsRefused() {
    var first = new Checkpoint(0, BlockHash.of(Network.MAINNET.genesis().header));
    var mainnet = new HeaderChain(another(), Network.MAINNET, Birthday.GENESIS, first);
    assertThat(mainnet.advance(chain.source("regtest")).summary())
        .contains("first block of mainnet");
  }

  @Test
  void aNewbornOnMainnetIsNotGivenACheapChain() {
    chain.mine(150);
    var low = new Checkpoint(20, chain.tip().hash());
    var mainnet = new HeaderChain(another(), Network.MAINNET, Birthday.RECENT, low);
    assertThat(mainnet.advance(chain.source("cheap")).summary()).contains("far below");
  }

  @Test
  void aChainThatEndsBelowTheCheckpointIsNotBegunWith() {
    var mainnet = new HeaderChain(another(), Network.MAINNET, Birthday.RECENT);
    assertThat(mainnet.advance(chain.source("short")).summary()).contains("938343");
  }

  @Test
  void aNewbornReadsItsChainDownToTheCheckpoint() {
    chain.mine(500);
    var newborn = newborn(Checkpoint.of(Network.REGTEST));
    newborn.advance(chain.source("one"));
    newborn.advance(chain.source("one"));
    assertThat(newborn.birth()).isEqualTo(401 - 200);
    assertThat(newborn.remark()).isPresent();
    newborn.advance(chain.source("one"));
    newborn.advance(chain.source("one"));
    assertThat(newborn.birth()).isZero();
    assertThat(newborn.reachesCheckpoint()).isTrue();
    assertThat(newborn.remark()).isEmpty();
    assertThat(newborn.header(77))
        .contains(chain.source("one").headers(77, 1).answer().orElseThrow().getFirst());
  }

  @Test
  void aChainWithoutTheCheckpointCountsNoMore() {
    chain.mine(300);
    var other = new TestingChain(new TestingTime());
    other.mine(30);
    other.reorganise(3);
    var newborn = newborn(new Checkpoint(other.tip().height(), other.tip().hash()));
    newborn.advance(chain.source("fake"));
    assertThat(newborn.advance(chain.source("fake")).summary()).contains("built in");
    assertThat(newborn.advance(chain.source("fake"))).isInstanceOf(Outcome.Unknown.class);
    assertThat(newborn.reachesCheckpoint()).isFalse();
  }

  @Test
  void headersThatDoNotFitBelowAreNotTakenAndStopNothing() {
    chain.mine(300);
    var newborn = newborn(Checkpoint.of(Network.REGTEST));
    newborn.advance(silentBelow(150));
    int birth = newborn.birth();
    chain.mine(1);
    assertThat(newborn.advance(changedBelow(birth)).answer().orElseThrow().tip())
        .isEqualTo(chain.tip());
    assertThat(newborn.birth()).isEqualTo(birth);
    newborn.advance(chain.source("honest"));
    assertThat(newborn.birth()).isLessThan(birth);
  }

  private HeaderChain newborn(Checkpoint checkpoint) {
    return new HeaderChain(another(), Network.REGTEST, Birthday.RECENT, checkpoint);
  }

  private ChainSource silentBelow(int height) {
    return headersOf((from, answer) -> from < height ? Outcome.unknown("no answer") : answer);
  }

  private ChainSource changedBelow(int height) {
    return headersOf(
        (from, answer) ->
            from < height ? answer.map(list -> forged(list, header -> header.setTime(7))) : answer);
  }

  @Test
  void onlyTheRightProofFits() {
    var address = Account.of(Words.draw(new Random(4)), Network.REGTEST).address(Branch.RECEIVE);
    var source = chain.source("one");
    for (int count = 1; count <= 9; count++) {
      var ids = new ArrayList<TxId>();
      for (int i = 0; i < count; i++) {
        ids.add(chain.fund(address, Sats.of(1000 + i)));
      }
      chain.mine(1);
      advance(chain);
      for (var id : ids) {
        var proof = source.merkleProof(id).answer().orElseThrow();
        assertThat(headers.proves(id, proof)).isTrue();
        assertThat(headers.proves(other(id, ids), proof)).isEqualTo(count == 1);
        assertThat(
                headers.proves(
                    id, new MerkleProof(proof.height() - 1, proof.position(), proof.branch())))
            .isFalse();
      }
    }
  }

  private static TxId other(TxId id, List<TxId> ids) {
    return ids.get((ids.indexOf(id) + 1) % ids.size());
  }

  private HeaderChain.Progress advance(TestingChain chain) {
    var outcome = headers.advance(chain.source("one"));
    return outcome.answer().orElseThrow(() -> new AssertionError(outcome.summary()));
  }

  /** The chain's source, with its headers forged. */
  private ChainSource changed(UnaryOperator<BlockHeader> change) {
    return headersOf((_, answer) -> answer.map(list -> forged(list, change)));
  }

  /** The chain's source, with something done to its answers about headers from a height. */
  private ChainSource headersOf(
      BiFunction<Integer, Outcome<List<?>>, Outcome<? extends List<?>>> change) {
    var honest = chain.source("forger");
    return (ChainSource)
        Proxy.newProxyInstance(
            ChainSource.class.getClassLoader(),
            new Class<?>[] {ChainSource.class},
            (_, method, arguments) ->
                method.getName().equals("headers")
                    ? change.apply(
                        (Integer) arguments[0],
                        ((Outcome<?>) method.invoke(honest, arguments)).map(list -> (List<?>) list))
                    : method.invoke(honest, arguments));
  }

  private static List<BlockHeader> forged(List<?> list, UnaryOperator<BlockHeader> change) {
    return list.stream().map(header -> change.apply((BlockHeader) header)).toList();
  }

  private static long nonceWithoutWork(BlockHeader header) {
    return LongStream.iterate(0, nonce -> nonce + 1)
        .filter(nonce -> !BlockHeader.checkProofOfWork(header.setNonce(nonce)))
        .findFirst()
        .orElseThrow();
  }
}
