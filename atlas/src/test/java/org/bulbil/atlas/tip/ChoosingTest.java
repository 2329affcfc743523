package org.bulbil.atlas.tip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bulbil.atlas.tip.Choice.Among;
import org.bulbil.atlas.tip.Evidence.Seen;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.split.Rule;
import org.junit.jupiter.api.Test;

/** Who is found, who is not and why; what the rule is told of them. */
class ChoosingTest {

  private static final String HERITAGE = " bulbil generation:0 genes:00000000";

  private static List<String> nicknames(Found found) {
    return found.evidence().relays().stream().map(Seen::nickname).toList();
  }

  private static String why(Found found, String nickname) {
    return found.leftOut().stream()
        .filter(one -> one.nickname().equals(nickname))
        .map(Audit.LeftOut::why)
        .findFirst()
        .orElse("");
  }

  @Test
  void whoCannotBePaidIsNamedWithTheReasonAndCounted() {
    var broken = Paper.SEGWIT.replace("wf5mdq", "wf5mdp");
    var found =
        Paper.find(
            Paper.network(
                Paper.relay(1, Paper.SEGWIT),
                Paper.relay(2, "mail me"),
                Paper.relay(3, "btc:" + broken),
                Paper.relay(4, "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx"),
                Paper.relay(5, Paper.OLD, "running", false)),
            Choice.USUAL);
    assertThat(nicknames(found)).containsExactly("relay1");
    assertThat(found.withoutAddress()).isEqualTo(1);
    assertThat(found.badAddresses()).isEqualTo(1);
    assertThat(found.leftOut()).hasSize(3);
    assertThat(found.leftOut()).anyMatch(one -> one.address().equals(broken));
    assertThat(why(found, "relay3")).contains("checksum");
    assertThat(why(found, "relay4")).contains("testnet").contains("mainnet");
    assertThat(why(found, "relay5")).contains("not running");
  }

  @Test
  void whereSomebodyIsVerifiedNobodyElseIsPaidUnasked() {
    var own = Paper.proven(Paper.relay(1, "btc:" + Paper.SEGWIT + HERITAGE), Paper.SEGWIT);
    var copy = Paper.relay(2, "btc:" + Paper.SEGWIT + HERITAGE);
    var other = Paper.relay(3, Paper.OLD);
    var network = Paper.network(own, copy, other);
    var usual = Paper.find(network, Choice.USUAL);
    assertThat(nicknames(usual)).containsExactly("relay1");
    assertThat(usual.chosen().among()).isEqualTo("verified");
    assertThat(why(usual, "relay3")).contains("proves").contains("--all");
    assertThat(nicknames(Paper.find(network, Paper.among(Among.ALL)))).hasSize(3);
    assertThat(nicknames(Paper.find(network, Paper.among(Among.OURS))))
        .containsExactly("relay1", "relay2");
    assertThat(Paper.find(Paper.network(copy, other), Choice.USUAL).chosen().among())
        .isEqualTo("all");
  }

  /** The attack of economics: a line copied with the thief's own address in it, or as it is. */
  @Test
  void aCopiedContactLineTakesNothingWhereProofsAreAskedFor() {
    var own = Paper.proven(Paper.relay(1, "btc:" + Paper.SEGWIT + HERITAGE), Paper.SEGWIT);
    var thief = Paper.relay(2, "btc:" + Paper.TAPROOT + HERITAGE);
    var audit = Paper.audit(new Tip(Paper.find(Paper.network(own, thief), Choice.USUAL)), 100_000);
    assertThat(audit.recipients())
        .singleElement()
        .satisfies(
            paid -> {
              assertThat(paid.address()).isEqualTo(Paper.SEGWIT);
              assertThat(paid.sat()).isEqualTo(100_000);
            });
  }

  @Test
  void filtersAreThoseOfOnionoo() {
    var network =
        Paper.network(
            Paper.relay(1, Paper.SEGWIT, "country", "fr"),
            Paper.relay(2, Paper.OLD, "flags", List.of("Exit", "Running")),
            Paper.relay(3, Paper.TAPROOT));
    assertThat(nicknames(Paper.find(network, Paper.where("country", "fr"))))
        .containsExactly("relay1");
    assertThat(nicknames(Paper.find(network, Paper.where("flag", "Exit"))))
        .containsExactly("relay2");
    var both = "%040X,%040X".formatted(1, 3);
    assertThat(nicknames(Paper.find(network, Paper.where("lookup", both))))
        .containsExactly("relay1", "relay3");
    var wrong = Choice.read(Optional.empty(), Map.of("country", "germany"), OptionalInt.empty());
    assertThat(wrong).isInstanceOf(Outcome.Refused.class);
    assertThat(wrong.summary()).contains("country").contains("germany");
  }

  @Test
  void theTopAreTheMostUsed() {
    var network =
        Paper.network(
            Paper.relay(1, Paper.SEGWIT),
            Paper.relay(2, Paper.OLD, "guard_probability", 0.5),
            Paper.relay(3, Paper.TAPROOT, "exit_probability", 0.5));
    var one = Choice.read(Optional.empty(), Map.of(), OptionalInt.of(1)).answer().orElseThrow();
    var found = Paper.find(network, one);
    assertThat(nicknames(found)).containsExactly("relay3");
    assertThat(why(found, "relay1")).contains("top 1");
  }

  @Test
  void theRuleIsToldWhatTheNetworkSays() {
    var network =
        Paper.network(
            Paper.relay(
                1,
                Paper.SEGWIT + " trafficacct:1000",
                "consensus_weight",
                3000,
                "effective_family",
                List.of("%040X".formatted(1), "%040X".formatted(2))),
            Paper.relay(
                2,
                Paper.OLD,
                "effective_family",
                List.of("%040X".formatted(1)),
                "consensus_weight",
                1000),
            Paper.relay(3, Paper.TAPROOT, "measured", false, "first_seen", "2026-02-12 13:00:00"));
    var seen = Paper.find(network, Choice.USUAL).evidence().relays();
    assertThat(seen.get(0).groups())
        .containsExactly("as:AS1", "family:" + "%040X".formatted(1), "net:10.1.0.0/16");
    assertThat(seen.get(1).groups()).contains("family:" + "%040X".formatted(1));
    assertThat(seen.get(2).groups()).noneMatch(group -> group.startsWith("family"));
    // 5,000 kB/s in three networks: the first has 1.8 times the mean.
    assertThat(seen.get(0).rarity()).isCloseTo(1.8, org.assertj.core.data.Offset.offset(1e-9));
    // 1,000 GiB out and as many in, over 30 days, of three positions of 5,000 kB/s.
    assertThat(seen.get(0).capacity())
        .isCloseTo(3 * 828.5 / 5000, org.assertj.core.data.Offset.offset(1e-3));
    assertThat(seen.get(2).guard()).as("unmeasured").isZero();
    assertThat(seen.get(2).ageDays()).isEqualTo(10);
  }

  @Test
  void nobodyToPayIsSaidInWords() {
    var none = new Tip(Paper.find(Paper.network(Paper.relay(2, "mail me")), Choice.USUAL));
    assertThat(none.split(Sats.of(1_000), Rule.USUAL, Optional.empty(), "paper").summary())
        .contains("no valid address")
        .contains("1 relays name none");
  }
}
