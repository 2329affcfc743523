package org.bulbil.sandbox.witness;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.TxOut;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bulbil.sandbox.chain.rules.Spending;

/**
 * Whose scripts are whose, as far as the chain tells: a relay's cluster is its published address
 * and the change of every payment that spends from the cluster. Change is what goes neither to an
 * invoice, nor to the beneficiary, nor to another relay's published address.
 */
final class Clusters {

  private final Landmarks landmarks;
  private final Map<ByteVector, String> owners;

  /** The clusters before any payment: published addresses alone. */
  Clusters(Landmarks landmarks) {
    this.landmarks = landmarks;
    this.owners = new HashMap<>(landmarks.wallets());
  }

  /** Takes in the next payment in the order of the chain. */
  void follow(Spending payment) {
    payer(payment)
        .ifPresent(
            payer ->
                payment.transaction().txOut.stream()
                    .map(output -> output.publicKeyScript)
                    .filter(script -> !isForeign(script))
                    .forEach(script -> owners.putIfAbsent(script, payer)));
  }

  private boolean isForeign(ByteVector script) {
    return landmarks.isInvoice(script)
        || landmarks.isBeneficiary(script)
        || landmarks.publisher(script).isPresent();
  }

  /** The relay whose coins {@code payment} spends. */
  Optional<String> payer(Spending payment) {
    return payment.coins().stream().flatMap(coin -> owner(coin.output()).stream()).findFirst();
  }

  /** The relay that {@code output} belongs to. */
  Optional<String> owner(TxOut output) {
    return Optional.ofNullable(owners.get(output.publicKeyScript));
  }

  /** Every script of one relay. */
  Set<ByteVector> scripts(String hostname) {
    return owners.entrySet().stream()
        .filter(entry -> entry.getValue().equals(hostname))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
