package org.bulbil.agent.launch;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.launch.Founder.State;
import org.bulbil.agent.server.Buyer;
import org.bulbil.agent.server.Ordering;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.ServerOrder;
import org.bulbil.hosting.bootstrap.FirstBoot;

/** Launches the servers of founders whose credit is there, and watches them being built. */
final class Housing {

  private final Provider provider;
  private final Ordering ordering;
  private final FounderBook book;
  private final Agreement agreement;
  private final Function<Founder, FirstBoot> boot;
  private final Supplier<String> waiting;
  private final Journal journal;
  private final Time time;

  /**
   * @param boot what the server of a founder runs first, and whom it lets in
   * @param waiting what is waited for once a server runs
   */
  Housing(
      Provider provider,
      Ordering ordering,
      FounderBook book,
      Agreement agreement,
      Function<Founder, FirstBoot> boot,
      Supplier<String> waiting,
      Journal journal,
      Time time) {
    this.provider = provider;
    this.ordering = ordering;
    this.book = book;
    this.agreement = agreement;
    this.boot = boot;
    this.waiting = waiting;
    this.journal = journal;
    this.time = time;
  }

  void launch(Founder founder) {
    ordering.advance(new Berth(founder));
  }

  /** The server that a founder needs. */
  private final class Berth implements Buyer {
    private final Founder founder;

    Berth(Founder founder) {
      this.founder = founder;
    }

    @Override
    public Hostname hostname() {
      return founder.hostname();
    }

    @Override
    public CreditToken token() {
      return founder.token().orElseThrow();
    }

    @Override
    public int refusals() {
      return founder.setbacks();
    }

    @Override
    public Instant changed() {
      return founder.changed();
    }

    /** As many of the days as the credit pays, if a price rose after it was bought. */
    @Override
    public Outcome<ServerOrder> order() {
      var plan = founder.genome().plan();
      return provider
          .quote(plan, agreement.days())
          .flatMap(price -> provider.credit(token()).map(credit -> days(price, credit)))
          .flatMap(
              days ->
                  days < 1
                      ? Outcome.refused("its credit does not pay a day any more", 0)
                      : Outcome.done(order(plan, days)));
    }

    private int days(Cents price, Cents credit) {
      return credit.covers(price)
          ? agreement.days()
          : (int) (credit.value() * agreement.days() / price.value());
    }

    private ServerOrder order(String plan, int days) {
      return new ServerOrder(
          hostname(), plan, founder.genome().region(), days, boot.apply(founder));
    }

    @Override
    public void launched(LeaseId lease, int live) {
      var words = "launched in " + founder.genome().region();
      book.change(founder, it -> it.withLease(lease).moved(State.LAUNCHED, words, time.now()));
      journal.note(Entry.Kind.BIRTH, founder.hostname() + " " + words);
      if (live > 1) {
        journal.note(
            Entry.Kind.TROUBLE,
            "%d servers were launched as %s; the first is taken, the others run out"
                .formatted(live, founder.hostname()));
      }
    }

    @Override
    public void refused(String why) {
      book.change(founder, it -> it.setBack(State.FUNDED, why, time.now()));
      journal.note(Entry.Kind.BIRTH, "launch of %s: %s".formatted(founder.hostname(), why));
    }
  }

  /** Asks where the server is, how long it is paid for, and whether it is still there. */
  void watch(Founder founder) {
    founder
        .lease()
        .flatMap(lease -> provider.lease(founder.token().orElseThrow(), lease).answer())
        .ifPresent(lease -> seen(founder, lease));
  }

  private void seen(Founder founder, Lease lease) {
    if (!lease.isLive()) {
      var words = "the provider has deleted its server; its messages may say why";
      book.change(founder, it -> it.moved(State.LOST, words, time.now()));
      journal.note(Entry.Kind.TROUBLE, founder.hostname() + ": " + words);
      return;
    }
    book.change(founder, it -> it.housed(lease.address(), lease.expiry()).saying(words(lease)));
  }

  private String words(Lease lease) {
    return switch (lease.state()) {
      case BUILDING -> "its server is being built";
      case RUNNING -> "its server runs; " + waiting.get();
      case STOPPED, SUSPENDED -> "its server was switched off by the provider";
      case DELETED -> "its server is gone";
    };
  }
}
