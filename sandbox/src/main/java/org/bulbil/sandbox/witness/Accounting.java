package org.bulbil.sandbox.witness;

import fr.acinq.bitcoin.TxOut;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.ledger.ChainView;
import org.bulbil.sandbox.chain.ledger.ScriptHash;
import org.bulbil.sandbox.chain.rules.Spending;

/**
 * The account of every relay from the chain alone. What was received and spent is added up over the
 * payments; what is held or lost is read from the unspent coins, so that the two check each other.
 */
final class Accounting {

  private final Landmarks landmarks;
  private final Clusters clusters;
  private final Map<String, Statement> statements = new HashMap<>();

  /**
   * @param payments every payment of the chain, in its order
   */
  Accounting(Landmarks landmarks, List<Spending> payments) {
    this.landmarks = landmarks;
    this.clusters = new Clusters(landmarks);
    payments.forEach(this::enter);
  }

  private void enter(Spending payment) {
    clusters.follow(payment);
    var payer = clusters.payer(payment);
    payer.ifPresent(relay -> change(relay, statement -> statement.withFees(payment.fee())));
    for (var output : payment.transaction().txOut) {
      var amount = Sats.of(output.amount.toLong());
      var owner = clusters.owner(output);
      payer
          .filter(relay -> !owner.equals(payer))
          .ifPresent(relay -> change(relay, statement -> spent(statement, output, amount)));
      owner
          .filter(relay -> !owner.equals(payer))
          .ifPresent(relay -> change(relay, statement -> statement.withReceived(amount)));
    }
  }

  private Statement spent(Statement statement, TxOut output, Sats amount) {
    return landmarks.isInvoice(output.publicKeyScript)
        ? statement.withRent(amount)
        : statement.withGiven(amount);
  }

  private void change(String relay, UnaryOperator<Statement> change) {
    statements.put(relay, change.apply(statements.getOrDefault(relay, Statement.EMPTY)));
  }

  /** The account of one relay, with its coins as {@code view} has them. */
  Statement statement(Relay relay, ChainView view) {
    var moved = statements.getOrDefault(relay.hostname(), Statement.EMPTY);
    var coins = balance(relay, view);
    return relay.isAlive() ? moved.withHeld(coins) : moved.withLost(coins);
  }

  private Sats balance(Relay relay, ChainView view) {
    return Sats.sum(
        clusters.scripts(relay.hostname()).stream()
            .map(script -> view.balance(ScriptHash.of(script)))
            .toList());
  }
}
