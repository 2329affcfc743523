package org.bulbil.bitcoin.pledge;

import fr.acinq.bitcoin.ScriptFlags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.ScriptType;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.psbt.SigningRequest;
import org.bulbil.core.outcome.Outcome;

/** Whether a pledge is good: by itself, and on the chain as it is now. */
public final class PledgeCheck {

  private PledgeCheck() {}

  /**
   * What is wrong with a pledge, by its own word about its coin; empty where its signature is valid
   * for this campaign's output, whoever else pays.
   */
  public static Optional<String> fault(Campaign campaign, Pledge pledge) {
    if (!pledge.campaign().equals(campaign.id())) {
      return Optional.of("it is for another campaign, " + pledge.campaign());
    }
    if (pledge.script().type().filter(type -> type != ScriptType.P2WSH).isEmpty()) {
      return Optional.of("its coin is not one of a single key");
    }
    if (pledge.signatureType() != SigningRequest.TOGETHER) {
      return Optional.of(
          "its signature has the type 0x%02x instead of 0x%02x (ALL|ANYONECANPAY), so it cannot be combined with others"
              .formatted(pledge.signatureType(), SigningRequest.TOGETHER));
    }
    return isSigned(campaign, pledge)
        ? Optional.empty()
        : Optional.of("its signature is not valid for this output, or it lies about its coin");
  }

  private static boolean isSigned(Campaign campaign, Pledge pledge) {
    try {
      campaign
          .payment(List.of(pledge.input()))
          .correctlySpends(
              Map.of(pledge.coin().toKmp(), pledge.spent()),
              ScriptFlags.STANDARD_SCRIPT_VERIFY_FLAGS);
      return true;
    } catch (RuntimeException e) {
      return false; // The library says so, by several kinds of exceptions.
    }
  }

  /**
   * What the chain says against a pledge: that its coin is unknown or another, waits for a block,
   * or is spent. Unknown where the servers do not answer.
   */
  public static Outcome<Optional<String>> faultOnChain(ChainSource chain, Pledge pledge) {
    var answer = asked(chain, pledge);
    return answer instanceof Outcome.Refused<Optional<String>>
        ? Outcome.done(Optional.of("the chain does not know its coin"))
        : answer;
  }

  private static Outcome<Optional<String>> asked(ChainSource chain, Pledge pledge) {
    return chain
        .transaction(pledge.coin().transaction())
        .map(
            transaction -> {
              int index = pledge.coin().index();
              boolean isAsSaid =
                  index < transaction.txOut.size()
                      && transaction.txOut.get(index).amount.toLong() == pledge.value().value()
                      && LockingScript.of(transaction.txOut.get(index).publicKeyScript)
                          .equals(pledge.script());
              return isAsSaid
                  ? Optional.<String>empty()
                  : Optional.of("its coin has another amount or script than it says");
            })
        .flatMap(fault -> fault.isPresent() ? Outcome.done(fault) : state(chain, pledge));
  }

  private static Outcome<Optional<String>> state(ChainSource chain, Pledge pledge) {
    return chain
        .status(pledge.coin().transaction())
        .flatMap(
            sighting ->
                sighting.isConfirmed()
                    ? chain
                        .spender(pledge.coin())
                        .map(by -> by.map(it -> "its coin is spent, by " + it.transaction()))
                    : Outcome.done(Optional.of("its coin is not in a block yet")));
  }
}
