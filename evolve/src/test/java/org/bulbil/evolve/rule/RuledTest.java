package org.bulbil.evolve.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.policy.Buying;
import org.bulbil.core.policy.Decision.BuyCredit;
import org.bulbil.core.policy.Decision.Rest;
import org.bulbil.core.policy.Decision.TopUp;
import org.bulbil.core.policy.Situation;
import org.bulbil.evolve.gift.Gifts;
import org.bulbil.evolve.gift.Scenario;
import org.bulbil.evolve.market.Markets;
import org.bulbil.evolve.replay.CoinChoice;
import org.bulbil.evolve.replay.Conditions;
import org.bulbil.evolve.replay.Life;
import org.bulbil.evolve.replay.Life.End;
import org.bulbil.evolve.replay.Replay;
import org.junit.jupiter.api.Test;

class RuledTest {

  private static final Scenario NOBODY = new Scenario("NOBODY", Cents.dollars(1), 0, 0);

  private final List<Situation> seen = new ArrayList<>();

  @Test
  void aRuleSeesWhatAnAgentWouldSee() {
    // Aim: time, lease, purse, price and what is cheap, on the first day and after a payment.
    live(
        50, situation -> seen.size() == 3 ? new BuyCredit(Cents.dollars(5), 50, "") : new Rest(""));
    var first = seen.getFirst();
    assertThat(LocalDate.ofInstant(first.now(), ZoneOffset.UTC)).isEqualTo("2019-01-02");
    assertThat(first.runwayDays()).as("14 days, a half, and $19 of coins").isBetween(64.0, 68.0);
    assertThat(first.credit()).contains(Cents.ZERO);
    assertThat(first.price().orElseThrow().rate().centsPerBitcoin()).isEqualTo(1_000_000);
    var purse = first.purse().orElseThrow();
    assertThat(purse.spendable().value()).isEqualTo(200_000);
    assertThat(purse.low()).contains(FeeRate.ofSatPerVb(2));
    assertThat(seen.get(3).buying()).isEqualTo(Buying.PAID);
    assertThat(seen.get(3).purse().orElseThrow().arriving().value()).isBetween(149_000L, 150_000L);
    assertThat(seen.get(4).buying()).isEqualTo(Buying.NONE);
    assertThat(seen.get(4).credit()).contains(Cents.dollars(5));
  }

  @Test
  void aDecisionThatCannotBeCarriedOutEndsTheDay() {
    // Aim: a rule that insists on the impossible does not hang.
    var life = live(50, _ -> new TopUp(7, ""));
    assertThat(seen).hasSize(15);
    assertThat(life.daysAlive()).isEqualTo(14);
  }

  @Test
  void aRuleThatNeverRestsIsStopped() {
    // Aim: a bug in a rule is an error, not an endless loop.
    Rule restless =
        situation ->
            situation.credit().orElseThrow().isZero()
                ? new BuyCredit(Cents.dollars(19), 50, "")
                : new TopUp(1, "");
    assertThatThrownBy(() -> live(50, restless)).hasMessageContaining("no rest after 32");
  }

  @Test
  void theProductionPolicyLivesOnGifts() {
    // Aim: at low fees and with twice the income a relay lives, and nearly all becomes rent.
    var scenario = new Scenario("GENEROUS", Cents.dollars(5), 0.5, 2);
    var market = Markets.even(1000, 2, 10_000);
    var gifts = Gifts.of(scenario, Conditions.USUAL.rent(), market, 1);
    var keeper = Ruled.production(Genome.founder("any", "any"));
    var life = new Replay(market, Conditions.USUAL).live(gifts, keeper);
    assertThat(life.end()).isEqualTo(End.ALIVE);
    assertThat(life.ledger().eta()).isGreaterThan(0.98);
  }

  @Test
  void theProductionPolicyLeavesAWill() {
    // Aim: without gifts everything becomes rent or goes to charity, but for fees and crumbs.
    var life = live(200, Ruled.production(Genome.founder("any", "any")).rule());
    assertThat(life.end()).isEqualTo(End.DEAD);
    assertThat(life.ledger().rent()).isGreaterThan(150_000);
    assertThat(life.ledger().charity() + life.ledger().held()).isLessThan(50_000);
  }

  private Life live(int days, Rule rule) {
    var market = Markets.even(days, 2, 10_000);
    var gifts = Gifts.of(NOBODY, Conditions.USUAL.rent(), market, 1);
    Rule watched =
        situation -> {
          seen.add(situation);
          return rule.decide(situation);
        };
    return new Replay(market, Conditions.USUAL)
        .live(gifts, new Ruled(watched, CoinChoice.LARGEST_FIRST));
  }
}
