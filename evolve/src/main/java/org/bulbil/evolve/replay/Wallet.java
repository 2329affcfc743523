package org.bulbil.evolve.replay;

import java.util.List;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.evolve.replay.CoinChoice.Chosen;
import org.bulbil.evolve.replay.Conditions.Delay;

/** The coins of one relay, and where all that it ever had went. */
final class Wallet {

  private final Delay delay;
  private final Coins coins = new Coins();
  private final Coins arriving = new Coins();
  private long donated;
  private long rent;
  private long fees;
  private long charity;
  private int payments;

  Wallet(Delay delay) {
    this.delay = delay;
  }

  /** Coins that can be spent. */
  Coins coins() {
    return coins;
  }

  /** Gifts and change that can be spent tomorrow. */
  Coins arriving() {
    return arriving;
  }

  /** What was sent yesterday is there. */
  void receiveWhatWasSent() {
    coins.addAll(arriving);
    arriving.clear();
  }

  /** A gift is on its way, or there. */
  void receive(long gift) {
    donated += gift;
    send(gift);
  }

  /** The coin that a relay has from its launcher. */
  void startWith(Sats coin) {
    donated += coin.value();
    coins.add(coin.value());
  }

  private void send(long coin) {
    switch (delay) {
      case ONE_DAY -> arriving.add(coin);
      case NONE -> coins.add(coin);
    }
  }

  /** So many satoshis go to the landlord. */
  void payRent(long amount, Chosen chosen) {
    spend(chosen.coins(), chosen.fee(), chosen.change());
    rent += amount;
  }

  /** Makes one coin of those that are worth their input; false where there are fewer than two. */
  boolean consolidate(FeeRate rate) {
    var worth = above(Size.inputFee(rate));
    long fee = Size.fee(rate, worth.size(), 1);
    long one = Sats.sum(worth).value() - fee;
    if (worth.size() < 2 || one < Size.leastChange(rate)) {
      return false;
    }
    spend(worth, fee, one);
    return true;
  }

  /** Gives away every coin that brings more than its fee; false where that is nothing. */
  boolean giveAway(FeeRate rate) {
    var worth = above(2 * Size.inputFee(rate));
    long fee = Size.fee(rate, worth.size(), 1);
    long gift = Sats.sum(worth).value() - fee;
    if (gift < Size.DUST) {
      return false;
    }
    spend(worth, fee, 0);
    charity += gift;
    return true;
  }

  /** Whether one payment of everything that is worth its input would buy {@code amount}. */
  boolean couldPay(Cents amount, FeeRate rate, Rate price) {
    var worth = above(Size.inputFee(rate));
    long fee = Size.fee(rate, worth.size(), 1);
    return Sats.sum(worth).value() - fee >= price.satsFor(amount).value();
  }

  /** Coins above {@code worth}, largest first, as many as fit into one payment. */
  private List<Sats> above(long worth) {
    int count = Math.min(coins.count() - coins.from(worth + 1), Size.INPUTS_MAX);
    return coins.largestFirst().subList(0, count);
  }

  private void spend(List<Sats> spent, long fee, long change) {
    spent.forEach(coin -> coins.remove(coin.value()));
    fees += fee;
    payments++;
    if (change > 0) {
      send(change);
    }
  }

  /** Transactions that were made. */
  int payments() {
    return payments;
  }

  Ledger ledger() {
    return new Ledger(donated, rent, fees, charity, coins.sum() + arriving.sum());
  }
}
