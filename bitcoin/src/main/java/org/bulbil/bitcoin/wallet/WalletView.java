package org.bulbil.bitcoin.wallet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bulbil.bitcoin.chain.Tip;
import org.bulbil.bitcoin.ledger.Coin;
import org.bulbil.bitcoin.ledger.Gift;
import org.bulbil.core.money.Sats;

/**
 * The wallet at one moment.
 *
 * @param tip the newest header that we checked
 * @param asOf when servers last confirmed this view; see {@link #age}
 * @param isComplete false while a long history or many headers are still being read: there may be
 *     more money than shown, never less
 * @param coins proven, ours, and promised to no payment: what can be spent now
 * @param hopes incoming and unproven
 * @param change what our own unconfirmed payments will bring back
 * @param gifts the newest 1,000 proven gifts, oldest first
 * @param giftCount all proven gifts
 * @param remarks for people: a server that is down, a coin spent by a stranger, …
 */
public record WalletView(
    Tip tip,
    Instant asOf,
    boolean isComplete,
    List<Coin> coins,
    List<Hope> hopes,
    List<Coin> change,
    List<Gift> gifts,
    int giftCount,
    AccountLine account,
    List<String> remarks) {

  public WalletView {
    coins = List.copyOf(coins);
    change = List.copyOf(change);
    hopes = List.copyOf(hopes);
    gifts = List.copyOf(gifts);
    remarks = List.copyOf(remarks);
  }

  /** What could be paid now, before fees. */
  public Sats spendable() {
    return Coin.sum(coins);
  }

  public Sats pendingChange() {
    return Coin.sum(change);
  }

  public Sats hoped() {
    return Sats.sum(hopes.stream().map(Hope::amount).toList());
  }

  public Duration age(Instant now) {
    return Duration.between(asOf, now);
  }
}
