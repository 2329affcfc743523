package org.bulbil.atlas.tip;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acinq.bitcoin.BlockHeader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.bulbil.atlas.proof.Finding;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.BlockHash;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.testing.TestingChain;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.split.Rule;
import org.bulbil.core.testing.SimulatedTime;
import org.junit.jupiter.api.Test;

/** An audit file is recomputed: yes where it is so, no where anybody has touched it. */
class RecheckTest {

  private static final String BLOCK = "00000000000000000001" + "ab".repeat(22);

  private final Tip tip = Paper.three();
  private final Audit audit = Paper.audit(tip, 100_000);

  private static Audit changed(Audit audit, String from, String to) {
    var json = audit.json();
    assertThat(json).contains(from);
    return Audit.read(json.replace(from, to).getBytes(StandardCharsets.UTF_8))
        .answer()
        .orElseThrow();
  }

  @Test
  void anHonestFileIsRight() {
    var recheck = new Recheck(audit);
    assertThat(recheck.file().finding()).isEqualTo(Finding.YES);
    assertThat(recheck.snapshot(tip.snapshot()).finding()).isEqualTo(Finding.YES);
    assertThat(recheck.split(tip.snapshot()).finding()).isEqualTo(Finding.YES);
  }

  @Test
  void aLotteryIsDrawnAgain() {
    var drawn =
        tip.split(Sats.of(600), Rule.USUAL, Optional.of(BLOCK), "paper").answer().orElseThrow();
    assertThat(drawn.recipients()).anyMatch(Audit.Payee::won);
    assertThat(new Recheck(drawn).split(tip.snapshot()).finding()).isEqualTo(Finding.YES);
    var other = changed(drawn, BLOCK, BLOCK.replace('a', 'c'));
    var verdicts = new java.util.HashSet<Finding>();
    for (int i = 0; i < 10; i++) {
      verdicts.add(
          new Recheck(changed(other, "00001", "0000" + i)).split(tip.snapshot()).finding());
    }
    assertThat(verdicts).as("another block draws others, most of the time").contains(Finding.NO);
  }

  @Test
  void whatWasTouchedIsNamed() {
    var moved =
        changed(changed(audit, "\"sat\":33334", "\"sat\":33335"), "\"sat\":33333", "\"sat\":33332");
    assertThat(new Recheck(moved).file().finding())
        .as("one satoshi too many is taken")
        .isEqualTo(Finding.NO);
    var split = new Recheck(moved).split(tip.snapshot());
    assertThat(split.finding()).isEqualTo(Finding.NO);
    assertThat(split.words()).contains("33335 sat to");
    var other = new Recheck(changed(audit, "\"snapshot_sha256\":\"", "\"snapshot_sha256\":\"0"));
    assertThat(other.snapshot(tip.snapshot()).finding()).isEqualTo(Finding.NO);
    var cap = new Recheck(changed(audit, "\"group_cap\":0.1", "\"group_cap\":7.0"));
    assertThat(cap.split(tip.snapshot()).words()).contains("cap");
    var newer = new Recheck(changed(audit, "\"rule\":\"1\"", "\"rule\":\"2\""));
    assertThat(newer.split(tip.snapshot()).finding()).isEqualTo(Finding.UNKNOWN);
  }

  @Test
  void thePaymentIsFoundOnTheChain() {
    var address = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080";
    var chain = new TestingChain(new SimulatedTime());
    var paid = chain.fundAndMine(Address.parse(address, Network.REGTEST), Sats.of(5_000));
    var file = regtest(address, 5_000).paidBy(paid.toString());
    assertThat(onChain(file, chain).finding()).isEqualTo(Finding.YES);
    var more = regtest(address, 5_001).paidBy(paid.toString());
    assertThat(onChain(more, chain).finding()).isEqualTo(Finding.NO);
    assertThat(onChain(more, chain).words()).contains("5001 sat").contains(address);
    assertThat(onChain(file.paidBy("ab".repeat(32)), chain).finding()).isEqualTo(Finding.UNKNOWN);
    assertThat(onChain(file.paidBy("no id"), chain).finding()).isEqualTo(Finding.NO);
  }

  private Audit regtest(String address, long sat) {
    var file = audit.json();
    var one =
        Paper.audit(
            new Tip(Paper.find(Paper.network(Paper.relay(1, Paper.SEGWIT)), Choice.USUAL)), sat);
    assertThat(file).isNotEqualTo(one.json());
    return changed(
        changed(one, Paper.SEGWIT, address), "\"chain\":\"mainnet\"", "\"chain\":\"regtest\"");
  }

  private static org.bulbil.atlas.proof.Check onChain(Audit file, TestingChain chain) {
    OnChain.Blocks none = _ -> Outcome.refused("none", 404);
    return new OnChain(file, chain.source("test"), none).payment().orElseThrow();
  }

  @Test
  void aLotteryNeedsABlockThatNobodyKnew() {
    var drawn =
        tip.split(Sats.of(600), Rule.USUAL, Optional.of(BLOCK), "paper").answer().orElseThrow();
    var chain = new TestingChain(new SimulatedTime()).source("test");
    assertThat(seed(drawn, chain, "2026-02-22T13:30:00Z")).isEqualTo(Finding.YES);
    assertThat(seed(drawn, chain, "2026-02-22T12:30:00Z")).isEqualTo(Finding.NO);
    OnChain.Blocks none = _ -> Outcome.refused("not found", 404);
    assertThat(new OnChain(drawn, chain, none).seed().orElseThrow().finding())
        .isEqualTo(Finding.NO);
    assertThat(new OnChain(audit, chain, none).seed()).as("no lottery").isEmpty();
  }

  private static Finding seed(
      Audit drawn, org.bulbil.bitcoin.chain.ChainSource chain, String mined) {
    OnChain.Blocks blocks = _ -> Outcome.done(header(Instant.parse(mined)));
    return new OnChain(drawn, chain, blocks).seed().orElseThrow().finding();
  }

  private static BlockHeader header(Instant mined) {
    var genesis = Network.REGTEST.genesis().header;
    return genesis.setTime(mined.getEpochSecond());
  }

  @Test
  void aHashIsAHash() {
    assertThat(BLOCK).hasSize(64);
    assertThat(new BlockHash(BLOCK).hex()).isEqualTo(BLOCK);
  }
}
