package org.bulbil.agent.launch;

import java.time.Duration;
import org.bulbil.agent.purchase.Patience;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.payment.Bidding;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.time.Day;

/**
 * How a launch pays and waits.
 *
 * @param block mean time between blocks
 * @param feeCap the highest fee rate ever paid
 * @param day length of a day of rent
 * @param answer the longest wait for one answer
 * @param statusPort where each relay has its page
 */
public record Rules(
    Network network,
    Duration block,
    FeeRate feeCap,
    Day day,
    Duration answer,
    int statusPort,
    Pace pace) {

  /** How long after its sending a request whose answer was lost may still take effect. */
  private static final int LATE_ANSWERS = 4;

  Bidding bidding() {
    return new Bidding(block, FeeRate.RELAY_FLOOR, feeCap);
  }

  Patience patience() {
    return new Patience(network, bidding(), day.length());
  }

  Duration lateAnswer() {
    return answer.multipliedBy(LATE_ANSWERS);
  }
}
