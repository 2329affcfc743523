package org.bulbil.bitcoin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bulbil.bitcoin.BlockHash;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.Tip;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.ledger.Judgement.Standing;
import org.bulbil.core.money.Sats;
import org.junit.jupiter.api.Test;

/** Whose coin is whose follows from what is proven and what was signed, and from nothing else. */
class JudgementTest {

  private static final Transfer GIFT = transfer('a', 10, List.of(), 100);
  private static final Claim FIRST = claim('b', "pay", 'a', 0, 60);
  private static final Claim BUMPED = claim('c', "pay", 'a', 0, 50);
  private static final Claim ON_FIRST = claim('d', "on first", 'b', 1, 20);
  private static final Claim ON_BUMPED = claim('e', "on bumped", 'c', 1, 10);

  private static TxId id(char digit) {
    return new TxId(String.valueOf(digit).repeat(64));
  }

  private static Transfer transfer(char name, int height, List<OutPoint> spends, long sats) {
    var coin = new Coin(new OutPoint(id(name), 0), Sats.of(sats), Branch.RECEIVE);
    var block = new Tip(height, new BlockHash("0".repeat(64)));
    return new Transfer(id(name), block, Instant.EPOCH, List.of(coin), spends);
  }

  /** Takes one output and brings {@code back} to output 1. */
  private static Claim claim(char name, String group, char from, int output, long back) {
    return new Claim(
        id(name),
        group,
        Claim.Kind.SENT,
        List.of(new OutPoint(id(from), output)),
        List.of(new Coin(new OutPoint(id(name), 1), Sats.of(back), Branch.CHANGE)));
  }

  private static Judgement judge(Set<Transfer> proven, List<Transfer> others, Claim... claims) {
    var recorded = new java.util.ArrayList<>(proven);
    recorded.addAll(others);
    return new Judgement(new Proven(recorded, proven::contains), List.of(claims), 10);
  }

  @Test
  void theNewestAttemptCountsAndTakesTheCoin() {
    var judgement = judge(Set.of(GIFT), List.of(), FIRST, BUMPED);
    assertThat(judgement.standing(id('b'))).isEqualTo(Standing.ASIDE);
    assertThat(judgement.standing(id('c'))).isEqualTo(Standing.CURRENT);
    assertThat(judgement.spendable()).isEmpty();
    assertThat(judgement.received()).isEqualTo(Sats.of(100));
    assertThat(judgement.pending()).isEqualTo(Sats.of(50));
  }

  @Test
  void aCoinThatAnotherProvenTransactionTookFreesNothingBeforeThatIsFinal() {
    var shallow = transfer('f', 11, List.of(new OutPoint(id('a'), 0)), 5);
    var soon = judge(Set.of(GIFT, shallow), List.of(), FIRST);
    assertThat(soon.standing(id('b'))).isEqualTo(Standing.CURRENT);
    assertThat(soon.counts(id('b'))).isFalse();
    assertThat(soon.foreign()).isEqualTo(Sats.of(95));
    var deep = transfer('f', 10, List.of(new OutPoint(id('a'), 0)), 5);
    assertThat(judge(Set.of(GIFT, deep), List.of(), FIRST).standing(id('b')))
        .isEqualTo(Standing.DEAD);
  }

  /** Both attempts were proven once, each in its branch, and the change of each was taken. */
  @Test
  void whatTakesTheChangeOfADisplacedAttemptDoesNotCount() {
    var once =
        List.of(transfer('b', 11, FIRST.inputs(), 60), transfer('c', 11, BUMPED.inputs(), 50));
    var judgement = judge(Set.of(GIFT), once, FIRST, ON_FIRST, BUMPED, ON_BUMPED);
    assertThat(judgement.counts(id('c'))).isTrue();
    assertThat(judgement.counts(id('e'))).isTrue();
    assertThat(judgement.counts(id('b'))).isFalse();
    assertThat(judgement.counts(id('d'))).isFalse();
    assertThat(judgement.pending()).isEqualTo(Sats.of(10));
  }

  @Test
  void aDormantClaimTakesNothingUntilItIsProven() {
    var dormant =
        new Claim(
            id('b'), "bequest", Claim.Kind.DORMANT, List.of(new OutPoint(id('a'), 0)), List.of());
    var asleep = judge(Set.of(GIFT), List.of(), dormant);
    assertThat(asleep.spendable()).hasSize(1);
    assertThat(asleep.counts(id('b'))).isFalse();
    var sweep = new Transfer(id('b'), GIFT.block(), Instant.EPOCH, List.of(), dormant.inputs());
    var proven = judge(Set.of(GIFT, sweep), List.of(), dormant);
    assertThat(proven.counts(id('b'))).isTrue();
    assertThat(proven.foreign()).isEqualTo(Sats.ZERO);
    assertThat(proven.owned()).isEqualTo(Sats.ZERO);
  }
}
