package org.bulbil.agent.birth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bulbil.agent.birth.Birth.State;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.purchase.Purchase;
import org.bulbil.agent.purchase.Purchases;
import org.bulbil.agent.server.Buyer;
import org.bulbil.agent.server.Ordering;
import org.bulbil.agent.settings.Settings;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.core.contact.Heritage;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.policy.Family;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.Catalogue;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.ServerOrder;

/**
 * Moves a birth along, a step a heartbeat: token, credit, server, appearance, start gift. Each step
 * can be taken again after a crash; a launch whose answer was lost is looked up by hostname.
 */
public final class Nursery {

  /** Fee share of a payment that nobody's life depends on. */
  private static final int FEE_PERCENT = 10;

  /** A child that was launched should be in the consensus within hours; after this it is lost. */
  private static final int DAYS_UNTIL_LOST = 5;

  private static final String NOT_TO_BE_HAD = "its plan is not to be had for that";

  private static final String ORDERED = "its launcher has ordered to plant no more";

  private static final String NEEDED = "the money is needed for the own rent by now";

  private final Provider provider;
  private final Purchases purchases;
  private final Announcements announcements;
  private final Offspring offspring;
  private final StartGift startGift;
  private final Journal journal;
  private final BirthBook book;
  private final Seedling seedling;
  private final RollCall roll;
  private final String region;
  private final Network network;
  private final Ordering ordering;
  private final Day day;
  private final Cents gift;
  private final Time time;

  /**
   * @param parent what its children inherit
   * @param announcements where a child is found again
   * @param offspring what children are wanted
   * @param random draws their names and mutations
   */
  public Nursery(
      Settings parent,
      Provider provider,
      Purchases purchases,
      Announcements announcements,
      Offspring offspring,
      StartGift startGift,
      Journal journal,
      Time time,
      RandomGenerator random) {
    this.provider = provider;
    this.purchases = purchases;
    this.announcements = announcements;
    this.offspring = offspring;
    this.startGift = startGift;
    this.journal = journal;
    this.book = new BirthBook(journal.store());
    this.seedling = new Seedling(parent, random);
    this.roll = new RollCall(book, announcements, journal, parent.lease().day(), time);
    this.region = parent.genome().region();
    this.network = parent.chain().network();
    this.ordering =
        new Ordering(provider, journal, parent.rhythm().lateAnswer(), parent.lease().day(), time);
    this.day = parent.lease().day();
    this.gift = parent.will().startGift();
    this.time = time;
  }

  public BirthBook book() {
    return book;
  }

  /** What policy needs to know of births. */
  public Family family(int generation) {
    return book.family(generation, time.now().minus(day.times(Family.YEAR)), roll.bereft())
        .with(offspring.demand());
  }

  /** Looks once a day which children still run. */
  public void callRoll() {
    roll.call();
  }

  /** Begins a birth, as policy decided; unless the provider does not say what it offers. */
  public void begin(Cents endowment, String why) {
    provider
        .catalogue()
        .answer()
        .ifPresent(
            offers -> {
              var name = seedling.name();
              book.add(
                  name,
                  offspring.placed(seedling.genome(offers, roll.relatives(region)), offers),
                  endowment,
                  time.now(),
                  why);
              journal.note(Entry.Kind.BIRTH, "planting " + name + ": " + why);
            });
  }

  /**
   * Takes the next step of the birth that is under way, if there is one.
   *
   * @param self empty while the own relay has no fingerprint or address to tell a child
   * @param surplus looked at again before each payment: a birth that was decided on in better days
   *     must not spend what the rent needs by now
   */
  public void advance(Optional<Parent> self, Surplus surplus) {
    book.underWay().ifPresent(birth -> advance(birth, self, surplus));
  }

  private void advance(Birth birth, Optional<Parent> self, Surplus surplus) {
    switch (birth.state()) {
      case PLANNED -> surplus.covers(birth.endowment()).ifPresent(spared -> fund(birth, spared));
      case FUNDING -> watchFunding(birth, surplus);
      case FUNDED -> self.ifPresent(parent -> launch(birth, parent));
      case LAUNCHED -> self.ifPresent(parent -> lookForChild(birth, parent.fingerprint().value()));
      case APPEARED -> surplus.covers(gift).ifPresent(spared -> give(birth, spared));
      case DONE, FAILED -> throw new IllegalStateException(birth + " is over");
    }
  }

  /**
   * As {@link #advance}, of a relay that was ordered to plant no more: nothing is begun, paid or
   * launched any more. What is paid already is lost, since a provider pays nothing back; a child
   * that is planted is followed to its end.
   */
  public void windUp(Optional<Parent> self, Surplus surplus) {
    book.underWay().ifPresent(birth -> windUp(birth, self, surplus));
  }

  private void windUp(Birth birth, Optional<Parent> self, Surplus surplus) {
    switch (birth.state()) {
      case PLANNED -> fail(birth, ORDERED);
      case FUNDING -> watchFunding(birth, _ -> Optional.of(false));
      case FUNDED ->
          ordering.windUp(new Cradle(birth, Optional.empty()), () -> fail(birth, ORDERED));
      case LAUNCHED, APPEARED -> advance(birth, self, surplus);
      case DONE, FAILED -> throw new IllegalStateException(birth + " is over");
    }
  }

  private void fund(Birth birth, boolean spared) {
    if (!spared) {
      fail(birth, NEEDED);
      return;
    }
    var token = birth.token().or(() -> mint(birth));
    if (token.isPresent()) {
      if (purchases.newest(birth.purpose()).isEmpty()) {
        purchases.begin(birth.purpose(), birth.endowment(), FEE_PERCENT, "endowment");
      }
      move(birth, State.FUNDING, "buying " + birth.endowment() + " of credit");
    } else if (isOlderThan(birth, 1)) {
      fail(birth, "no credit token in a day");
    }
  }

  private Optional<CreditToken> mint(Birth birth) {
    var token = provider.mint().answer();
    token.ifPresent(fresh -> book.minted(birth, fresh));
    return token;
  }

  private void watchFunding(Birth birth, Surplus surplus) {
    var purchase = purchases.newest(birth.purpose()).orElseThrow();
    if (!purchase.isOpen() || purchases.hasPayment(purchase)) {
      watchFunding(birth, purchase);
    } else {
      surplus
          .covers(birth.endowment())
          .ifPresent(spared -> watchFunding(birth, spared ? purchase : drop(purchase)));
    }
  }

  private Purchase drop(Purchase purchase) {
    return purchases.drop(purchase, NEEDED);
  }

  private void watchFunding(Birth birth, Purchase purchase) {
    var next = purchases.advance(purchase, birth.token().orElseThrow());
    switch (next.state()) {
      case CREDITED -> move(birth, State.FUNDED, birth.endowment() + " of credit arrived");
      case ABANDONED, STRANDED -> fail(birth, next.words());
      case WANTED, INVOICED, PAYING, CONFIRMED, WITHDRAWING -> {}
    }
  }

  private void launch(Birth birth, Parent parent) {
    ordering.advance(new Cradle(birth, Optional.of(parent)));
  }

  /** The server that a birth needs; without a parent none is launched any more. */
  private final class Cradle implements Buyer {
    private final Birth birth;
    private final Optional<Parent> parent;
    private Optional<Catalogue> offers = Optional.empty();

    Cradle(Birth birth, Optional<Parent> parent) {
      this.birth = birth;
      this.parent = parent;
    }

    @Override
    public Hostname hostname() {
      return birth.hostname();
    }

    @Override
    public CreditToken token() {
      return birth.token().orElseThrow();
    }

    @Override
    public int refusals() {
      return birth.attempts();
    }

    @Override
    public Instant changed() {
      return birth.changed();
    }

    @Override
    public Outcome<ServerOrder> order() {
      var answer = provider.catalogue();
      offers = answer.answer();
      return offers
          .map(known -> order(known).orElseGet(() -> Outcome.refused(NOT_TO_BE_HAD, 0)))
          .orElseGet(() -> Outcome.unknown(answer.summary()));
    }

    private Optional<Outcome<ServerOrder>> order(Catalogue known) {
      return known
          .plan(birth.genome().plan())
          .flatMap(plan -> parent.flatMap(self -> seedling.order(birth, token(), plan, self)))
          .map(Outcome::done);
    }

    @Override
    public void launched(LeaseId lease, int live) {
      book.launched(birth, lease, time.now());
      journal.note(
          Entry.Kind.BIRTH,
          "launched %s in %s".formatted(birth.hostname(), birth.genome().region()));
      if (live > 1) {
        journal.note(
            Entry.Kind.TROUBLE,
            "%d servers were launched as %s; the first is the child, the others run out"
                .formatted(live, birth.hostname()));
      }
    }

    /** The next attempt goes elsewhere, where it is known what there is. */
    @Override
    public void refused(String why) {
      journal.note(Entry.Kind.BIRTH, "launch of %s: %s".formatted(birth.hostname(), why));
      var elsewhere =
          offers
              .map(known -> offspring.placed(seedling.elsewhere(birth.genome(), known), known))
              .orElse(birth.genome());
      book.refused(birth, elsewhere, why, time.now());
    }
  }

  private void lookForChild(Birth birth, String parent) {
    var found =
        announcements.named(birth.hostname()).answer().stream()
            .flatMap(List::stream)
            .filter(child -> isOurs(child, parent))
            .findFirst();
    if (found.isPresent()) {
      appear(birth, found.get());
    } else if (isOlderThan(birth, DAYS_UNTIL_LOST)) {
      fail(birth, "it did not appear in the consensus in " + DAYS_UNTIL_LOST + " days");
    }
  }

  private static boolean isOurs(Announcement child, String parent) {
    return child.contact().heritage().map(Heritage::lineage).stream()
        .anyMatch(lineage -> lineage.parent().equals(Optional.of(parent)));
  }

  private void appear(Birth birth, Announcement child) {
    child
        .contact()
        .btc()
        .filter(text -> Address.read(text, network).answer().isPresent())
        .ifPresent(
            address -> {
              book.appeared(birth, child, address, time.now());
              journal.note(
                  Entry.Kind.BIRTH,
                  "%s appeared as %s".formatted(birth.hostname(), child.fingerprint()));
            });
  }

  private void give(Birth birth, boolean spared) {
    if (!spared) {
      done(birth, "no start gift: " + NEEDED);
      return;
    }
    startGift
        .send(birth.hostname(), Address.parse(birth.address().orElseThrow(), network))
        .ifPresent(words -> done(birth, words));
  }

  private void done(Birth birth, String words) {
    move(birth, State.DONE, words);
    journal.note(Entry.Kind.BIRTH, "%s: %s".formatted(birth.hostname(), words));
  }

  private boolean isOlderThan(Birth birth, int days) {
    return Duration.between(birth.changed(), time.now()).compareTo(day.times(days)) > 0;
  }

  private void fail(Birth birth, String why) {
    move(birth, State.FAILED, why);
    journal.note(Entry.Kind.BIRTH, "%s failed: %s".formatted(birth.hostname(), why));
  }

  private void move(Birth birth, State state, String words) {
    book.move(birth, state, words, time.now());
  }
}
