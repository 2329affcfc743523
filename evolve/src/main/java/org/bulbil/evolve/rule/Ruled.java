package org.bulbil.evolve.rule;

import org.bulbil.core.genome.Genome;
import org.bulbil.core.policy.Decision;
import org.bulbil.core.policy.Limits;
import org.bulbil.core.policy.Policy;
import org.bulbil.evolve.market.Market;
import org.bulbil.evolve.replay.CoinChoice;
import org.bulbil.evolve.replay.Keeper;
import org.bulbil.evolve.replay.Relay;

/**
 * Keeps a relay by a rule: asks it until it rests, and carries out what it decides.
 *
 * @param rule that decides by what an agent would see
 * @param choice of the coins that pay for it
 */
public record Ruled(Rule rule, CoinChoice choice) implements Keeper {

  /** A rule that still wants to act after so many decisions of a day has lost its way. */
  private static final int DECISIONS_MAX = 32;

  /** A replay is of one relay alone. */
  private static final Limits CHILDLESS = Limits.USUAL.childless();

  /** The policy that runs on servers, with this genome; its children are not replayed. */
  public static Ruled production(Genome genome) {
    return new Ruled(Rule.of(new Policy(genome, CHILDLESS)), CoinChoice.LARGEST_FIRST);
  }

  @Override
  public void keep(Relay relay, Market market, int day) {
    for (int i = 0; i < DECISIONS_MAX; i++) {
      if (!carryOut(rule.decide(Outlook.on(day, relay, market)), relay, market, day)) {
        return;
      }
    }
    throw new IllegalStateException(
        "still no rest after %d decisions on day %d".formatted(DECISIONS_MAX, day));
  }

  /** Whether anything has changed by it, so that it is worth deciding again. */
  private boolean carryOut(Decision decision, Relay relay, Market market, int day) {
    var rate = market.feeRate(day);
    return switch (decision) {
      case Decision.TopUp(int days, _) -> relay.topUp(days, day);
      case Decision.BuyCredit(var amount, int feePercent, _) ->
          relay.buyCredit(amount, rate, market.price(day), choice.withFeeAtMost(feePercent));
      case Decision.Consolidate _ -> relay.consolidate(rate);
      case Decision.LastWill _ -> relay.giveAway(rate);
      case Decision.Rest _, Decision.AskPrice _, Decision.Propagate _ -> false;
    };
  }
}
