package org.bulbil.agent.survive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.testing.TestingChain;
import org.bulbil.bitcoin.testing.TestingChainSource;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.lease.Region;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.time.Day;
import org.bulbil.hosting.Catalogue;
import org.bulbil.hosting.Terms;
import org.bulbil.hosting.testing.Book;
import org.bulbil.hosting.testing.TestingProvider;

/** What is true: time, the chain, the provider's book; and what goes wrong with asking about it. */
final class World {

  /**
   * Mean time between blocks while somebody waits for one. Six times that of Bitcoin, and bills
   * live six times as long, so that a day needs a sixth of the heartbeats.
   */
  static final Duration BLOCK = Duration.ofHours(1);

  static final Duration BILL_LIFE = Duration.ofHours(6);

  static final Plan PLAN = new Plan("vc2-1c-1gb", Cents.of(38), 1, 1024, 25, 1.0, true);

  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(PLAN, new Plan("vc2-1c-2gb", Cents.of(61), 1, 2048, 55, 2.0, true)),
          List.of(
              new Region("ewr", "New Jersey"),
              new Region("ams", "Amsterdam"),
              new Region("nrt", "Tokyo")));

  static final Terms TERMS = new Terms(Cents.dollars(5), 90, 365, 65_536);

  final TestingTime time = new TestingTime();
  final TestingChain chain = new TestingChain(time.trueTime());
  final TestingChainSource one = chain.source("one");
  final TestingChainSource two = chain.source("two");
  final Payees payees = new Payees();
  final Address beneficiary = payees.next();
  final Diary diary;
  final Tally tally;
  final Swarm swarm;
  final Dice dice;
  final Wire wire;
  final Launcher launcher = new Launcher(this);
  final Book book;

  /** The provider without its troubles: for those who ask the truth. */
  final TestingProvider office;

  World(long seed, Swarm swarm, Dice dice, Tally tally, Life.Listener listener) {
    this.swarm = swarm;
    this.dice = dice;
    this.tally = tally;
    this.diary = listener.diary(seed, time::truth);
    this.wire = new Wire(this, dice.split());
    this.book =
        new Book(
            time.trueTime(),
            Day.REAL,
            CATALOGUE,
            TERMS,
            Rate.ofDollars(dice.spread(30_000, 200_000)),
            dice.split().generator());
    book.useAddresses(() -> payees.next().toString());
    book.billsLive(BILL_LIFE);
    office = new TestingProvider(book, time.trueTime());
  }

  Instant now() {
    return time.truth();
  }

  void pass(Duration span) {
    time.pause(span);
  }

  Stream<TestingChainSource> servers() {
    return Stream.of(one, two);
  }
}
