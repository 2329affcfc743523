package org.bulbil.bitcoin.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.testing.TestingChain;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.Test;

/** Several servers are believed where they agree, and one is enough where the others are silent. */
class UpstreamsTest extends ChainSourceContract {

  private final Address ours =
      Account.of(Words.draw(new Random(1)), Network.REGTEST).address(Branch.RECEIVE);

  @Override
  protected ChainSource source() {
    return new Upstreams(List.of(chain.source("a"), chain.source("b")));
  }

  @Test
  void aSilentServerIsLeftOutAndNamed() {
    var silent = chain.source("b");
    silent.goDown();
    var both = new Upstreams(List.of(chain.source("a"), silent));
    assertThat(done(both.tip())).isEqualTo(chain.tip());
    assertThat(both.remarks()).singleElement().asString().startsWith("b gives no answer");
    silent.comeUp();
    assertThat(done(both.tip())).isEqualTo(chain.tip());
    assertThat(both.remarks()).isEmpty();
  }

  /** Each question to it would cost the whole patience for an answer, and a turn has a dozen. */
  @Test
  void aSilentServerIsWaitedForOnceATurn() {
    var silent = chain.source("a");
    silent.goDown();
    var both = new Upstreams(List.of(silent, chain.source("b")));
    for (int turn = 1; turn <= 3; turn++) {
      done(both.tip());
      done(both.headers(0, 1));
      done(both.history(ours.lockingScript(), Optional.empty()));
      done(both.mempool(ours.lockingScript()));
      done(both.feeEstimates());
      assertThat(silent.requests()).isEqualTo(turn);
    }
    assertThat(both.remarks()).singleElement().asString().startsWith("a gives no answer");
  }

  @Test
  void aServerThatWasSilentIsAskedWhereTheOthersFallSilentToo() {
    var first = chain.source("a");
    var second = chain.source("b");
    var both = new Upstreams(List.of(first, second));
    first.goDown();
    done(both.tip());
    first.comeUp();
    second.goDown();
    done(both.feeEstimates());
    done(both.headers(0, 1));
  }

  @Test
  void allSilentIsUnknown() {
    var silent = chain.source("a");
    silent.goDown();
    assertThat(new Upstreams(List.of(silent)).tip()).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void tipsFarApartAreUnknown() {
    var other = new TestingChain(new TestingTime());
    var both = new Upstreams(List.of(chain.source("a"), other.source("b")));
    chain.mine(2);
    assertThat(done(both.tip()).height()).isEqualTo(other.tip().height());
    chain.mine(1);
    assertThat(both.tip().summary()).contains("disagree");
  }

  @Test
  void aConfirmedTransactionThatOneOmitsIsUnknown() {
    var forgetful = chain.source("b");
    var both = new Upstreams(List.of(chain.source("a"), forgetful));
    var id = chain.fundAndMine(ours, Sats.of(5000));
    forgetful.omit(id);
    assertThat(both.history(ours.lockingScript(), Optional.empty()))
        .isInstanceOf(Outcome.Unknown.class);
    forgetful.mention(id);
    assertThat(done(both.history(ours.lockingScript(), Optional.empty())).sightings()).hasSize(1);
  }

  @Test
  void whatOnlyOneHasInItsMempoolIsHopeAllTheSame() {
    var slow = chain.source("a");
    var both = new Upstreams(List.of(slow, chain.source("b")));
    var id = chain.fund(ours, Sats.of(5000));
    slow.omit(id);
    assertThat(done(both.mempool(ours.lockingScript()))).containsExactly(id);
    assertThat(done(both.history(ours.lockingScript(), Optional.empty())).sightings())
        .containsExactly(new Sighting(id, Optional.empty()));
  }

  @Test
  void theLowerFeeEstimateCounts() {
    var dear = chain.source("b");
    dear.estimate(FeeEstimates.of(Map.of(1, FeeRate.ofSatPerVb(500), 6, FeeRate.ofSatPerVb(1))));
    var both = new Upstreams(List.of(chain.source("a"), dear));
    assertThat(done(both.feeEstimates()).within(1)).contains(FeeRate.ofSatPerVb(2));
  }

  @Test
  void oneServerThatTakesATransactionIsEnough() {
    var refusing = chain.source("a");
    refusing.refuseBroadcasts();
    var id = chain.fund(ours, Sats.of(5000));
    var transaction = done(chain.source("c").transaction(id));
    chain.evict(id);
    assertThat(done(new Upstreams(List.of(refusing, chain.source("b"))).broadcast(transaction)))
        .isEqualTo(id);
    assertThat(new Upstreams(List.of(refusing)).broadcast(transaction))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void noServerOrTwoOfOneNameAreMistakes() {
    assertThatThrownBy(() -> new Upstreams(List.of())).hasMessageContaining("at least one");
    assertThatThrownBy(() -> new Upstreams(List.of(chain.source("a"), chain.source("a"))))
        .hasMessageContaining("one name");
  }
}
