package org.bulbil.sandbox.witness;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.ledger.ChainView;
import org.bulbil.sandbox.chain.ledger.Place;
import org.bulbil.sandbox.chain.ledger.ScriptHash;
import org.bulbil.sandbox.chain.ledger.Unspent;
import org.bulbil.sandbox.witness.Loss.Cause;

/**
 * What the dead still have on the chain, and why. What an heir has moved after a death is not lost:
 * only unspent coins are looked at.
 */
final class Losses {

  /** Blocks before an end in which a will that is made now cannot be counted on to confirm. */
  private static final int LATE_BLOCKS = 3;

  /** An agent looks around twenty times a day: two looks. */
  private static final int LATE_PART_OF_DAY = 10;

  /** The least that is worth sending to any kind of address (the dust limit of P2PKH). */
  private static final Sats DUST = Sats.of(546);

  /** What a relay bids for a will when nothing presses it. */
  private static final FeeRate FEE = FeeRate.ofSatPerVb(2);

  private final Clusters clusters;
  private final MoneyWatch money;
  private final ChainView view;
  private final Rental rental;
  private final Instant now;
  private final Duration late;

  /**
   * @param money knows when a payment was first seen in a block
   */
  Losses(Clusters clusters, MoneyWatch money, ChainView view, Rental rental, Instant now) {
    this.clusters = clusters;
    this.money = money;
    this.view = view;
    this.rental = rental;
    this.now = now;
    this.late =
        rental.block().multipliedBy(LATE_BLOCKS).plus(rental.day().fraction(1, LATE_PART_OF_DAY));
  }

  /** The losses of all the dead among {@code relays}. */
  List<Loss> of(List<Relay> relays) {
    return relays.stream().flatMap(this::of).toList();
  }

  private Stream<Loss> of(Relay relay) {
    return relay.ended().stream().flatMap(end -> of(relay, end));
  }

  private Stream<Loss> of(Relay relay, Instant end) {
    var sums = new EnumMap<Cause, Sats>(Cause.class);
    var held = coins(relay).filter(coin -> timely(coin, end, sums)).toList();
    if (!held.isEmpty()) {
      var will = will(held);
      var fault = isToBeInherited(relay, end) ? Cause.NOT_YET_INHERITED : Cause.OURS;
      sums.put(isWorthIt(will) ? fault : Cause.TOO_LITTLE, will.value());
    }
    return sums.entrySet().stream().map(each -> new Loss(relay, each.getValue(), each.getKey()));
  }

  private boolean isToBeInherited(Relay relay, Instant end) {
    return end.isBefore(relay.leaseEnd()) && now.isBefore(relay.inherited(rental.day()));
  }

  private Stream<Unspent> coins(Relay relay) {
    return clusters.scripts(relay.hostname()).stream()
        .flatMap(script -> view.unspent(ScriptHash.of(script)).stream());
  }

  /** Whether a coin came in time for a will; where it did not, it is added to its cause. */
  private boolean timely(Unspent coin, Instant end, Map<Cause, Sats> sums) {
    var came = came(coin);
    if (came.isBefore(end.minus(late))) {
      return true;
    }
    var cause = came.isBefore(end) ? Cause.TOO_LATE : Cause.GIVEN_TO_THE_DEAD;
    sums.merge(cause, coin.coin().amount(), Sats::plus);
    return false;
  }

  private Instant came(Unspent coin) {
    var dated =
        switch (coin.place()) {
          case Place.Confirmed confirmed -> confirmed.time();
          case Place.Waiting waiting -> waiting.since();
        };
    return money.firstConfirmed(coin.coin().outPoint().txid).filter(dated::isAfter).orElse(dated);
  }

  private static Sweep will(List<Unspent> coins) {
    return new Sweep(coins.stream().map(each -> each.coin().amount()).toList(), FEE);
  }

  private static boolean isWorthIt(Sweep will) {
    return will.payable().covers(Sats.max(DUST, will.fee()));
  }
}
