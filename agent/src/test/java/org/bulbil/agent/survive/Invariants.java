package org.bulbil.agent.survive;

import java.util.Optional;
import org.bulbil.agent.LivingAgent;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.wallet.WalletView;

/**
 * Holds what the agent believes against the truth.
 *
 * <ul>
 *   <li>One wallet: its address is the same after every start.
 *   <li>Nothing that was sent is forgotten: after every start the outbox knows every payment that
 *       ever left and may still confirm.
 *   <li>Every satoshi is accounted for at every heartbeat: the account's difference is 0, and where
 *       the view is complete nothing is foreign.
 *   <li>Only proven money counts: every coin that the wallet would spend was in a block.
 *   <li>In peace (a fair heartbeat, no payment open, the agent at the tip) the account is the
 *       chain's, to the satoshi: received, held, and what left.
 * </ul>
 */
final class Invariants {

  private final World world;
  private final Truth truth;
  private final PaymentWatch payments;
  private final Address address;

  /**
   * The height at which a server last lied or was silent: histories are read anew with each block,
   * so what the only voice left out is found with the next one.
   */
  private int doubtful = -1;

  Invariants(World world, Truth truth, PaymentWatch payments, Address address) {
    this.world = world;
    this.truth = truth;
    this.payments = payments;
    this.address = address;
  }

  void started(LivingAgent agent) {
    var shown = agent.wallet().receiveAddress();
    if (!shown.equals(address)) {
      throw new Violation("there is one wallet", address + " became " + shown);
    }
    for (var payment : payments.sent()) {
      if (!agent.wallet().outbox().isAttempt(payment.id()) && !payments.isImpossible(payment)) {
        throw new Violation(
            "no payment is forgotten", "the outbox does not know %s".formatted(payment));
      }
    }
  }

  void turn(LivingAgent agent, boolean isFair) {
    if (!isFair) {
      doubtful = world.chain.tip().height();
    }
    agent.wallet().view().ifPresent(view -> check(agent, view, isFair));
  }

  private void check(LivingAgent agent, WalletView view, boolean isFair) {
    var account = view.account();
    if (account.difference() != 0) {
      throw new Violation("every satoshi is accounted for", account.toString());
    }
    if (view.isComplete() && account.foreign().isPositive()) {
      throw new Violation("only we spend our coins", account.toString());
    }
    view.coins().stream()
        .filter(coin -> truth.proven(coin.point().toKmp()).isEmpty())
        .findFirst()
        .ifPresent(
            coin -> {
              throw new Violation("only proven money counts", coin.toString());
            });
    if (isFair
        && view.isComplete()
        && view.tip().equals(world.chain.tip())
        && view.tip().height() > doubtful) {
      checkPeace(agent, view);
    }
  }

  private void checkPeace(LivingAgent agent, WalletView view) {
    if (!agent.wallet().outbox().open().isEmpty()) {
      return;
    }
    var account = view.account();
    difference("received", account.received().value(), truth.received())
        .or(() -> difference("held", account.held().value(), truth.held()))
        .or(
            () ->
                difference(
                    "left", account.received().value() - account.held().value(), truth.left()))
        .ifPresent(
            words -> {
              throw new Violation("the account is the chain's", words + "; " + account);
            });
  }

  private static Optional<String> difference(String what, long believed, long true_) {
    return believed == true_
        ? Optional.empty()
        : Optional.of("%s %d, and the chain says %d".formatted(what, believed, true_));
  }
}
