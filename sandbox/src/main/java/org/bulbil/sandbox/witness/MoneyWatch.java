package org.bulbil.sandbox.witness;

import fr.acinq.bitcoin.TxId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.ledger.Located;
import org.bulbil.sandbox.chain.ledger.Place;
import org.bulbil.sandbox.chain.ledger.ScriptHash;
import org.bulbil.sandbox.chain.rules.Spending;
import org.bulbil.sandbox.witness.LifeEvent.Kind;

/** Follows the chain: gifts, wills, and who has paid what. One thread. */
final class MoneyWatch {

  private final RegtestChain chain;
  private final Landmarks landmarks;
  private final Census census;
  private final Herald herald;
  private final Trail trail;
  private final Set<String> told = new HashSet<>();
  private final Map<TxId, Instant> firstConfirmed = new HashMap<>();
  private Clusters clusters;

  MoneyWatch(RegtestChain chain, Landmarks landmarks, Census census, Herald herald) {
    this.chain = chain;
    this.landmarks = landmarks;
    this.census = census;
    this.herald = herald;
    this.trail = new Trail(chain);
    this.clusters = new Clusters(landmarks);
  }

  /** Goes on to the block at {@code height} and tells what confirmed since. */
  void followTo(int height, Instant now) {
    for (var payment : trail.followTo(height)) {
      firstConfirmed.putIfAbsent(payment.transaction().txid, now);
      clusters.follow(payment);
      tellMoves(payment);
    }
  }

  /**
   * Judges all payments anew: an address that was published now may be the payee of what was taken
   * for somebody's change, or for nobody's business.
   */
  void lookAgain() {
    clusters = new Clusters(landmarks);
    trail.payments().forEach(clusters::follow);
    trail.payments().forEach(this::tellMoves);
  }

  private void tellMoves(Spending payment) {
    var payer = clusters.payer(payment);
    var outputs = payment.transaction().txOut;
    for (int i = 0; i < outputs.size(); i++) {
      var script = outputs.get(i).publicKeyScript;
      var moved = Sats.of(outputs.get(i).amount.toLong());
      var place = payment.transaction().txid + ":" + i;
      var payee = landmarks.publisher(script);
      if (payee.isPresent() && !payee.equals(payer)) {
        tellOnce(place, Kind.GIFT, payee.get(), moved);
      } else if (payer.isPresent() && landmarks.isBeneficiary(script)) {
        tellOnce(place, Kind.WILL, payer.get(), moved);
      }
    }
  }

  private void tellOnce(String place, Kind kind, String hostname, Sats moved) {
    if (told.add(place)) {
      census.find(hostname).ifPresent(relay -> herald.tell(kind, relay, moved));
    }
  }

  /** Whether {@code txid} is in a block that was not followed yet. */
  boolean isAhead(String txid) {
    return located(txid)
        .filter(it -> it.place() instanceof Place.Confirmed at && at.height() > trail.height())
        .isPresent();
  }

  /** The relay that paid {@code txid}; empty where none of them did. */
  Optional<Relay> payer(String txid) {
    return located(txid)
        .filter(located -> !located.isCoinbase())
        .map(located -> new Spending(located.transaction(), located.coins()))
        .flatMap(clusters::payer)
        .flatMap(census::find);
  }

  /** What a relay could spend without building on anything unproven. */
  List<Sats> confirmedCoins(String hostname) {
    return chain.read(
        view ->
            clusters.scripts(hostname).stream()
                .flatMap(script -> view.unspent(ScriptHash.of(script)).stream())
                .filter(coin -> coin.place() instanceof Place.Confirmed)
                .map(coin -> coin.coin().amount())
                .toList());
  }

  /**
   * When {@code payment} was first seen in a block; a reorganisation may have dated it anew since.
   */
  Optional<Instant> firstConfirmed(TxId payment) {
    return Optional.ofNullable(firstConfirmed.get(payment));
  }

  private Optional<Located> located(String txid) {
    return chain.transaction(new TxId(txid));
  }
}
