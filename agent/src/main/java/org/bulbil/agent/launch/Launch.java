package org.bulbil.agent.launch;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.purchase.Purchases;
import org.bulbil.agent.server.Ordering;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.wallet.AccountLine;
import org.bulbil.bitcoin.wallet.IdentityException;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.bitcoin.wallet.WalletSettings;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.core.time.Time;

/**
 * One launch: the launcher's own wallet, what was agreed to, and the founders on their way. Call
 * {@link #turn} until it is over; a launch that was closed or killed anywhere is opened again over
 * the same disk. One thread, and one process at a time.
 */
public final class Launch implements AutoCloseable {

  private final Wallet wallet;
  private final Journal journal;
  private final FounderBook book;
  private final Agreement agreement;
  private final Founding founding;
  private final Sweeping sweeping;
  private final RandomGenerator random;

  private Launch(
      Wallet wallet,
      Journal journal,
      Surroundings world,
      Rules rules,
      Time time,
      RandomGenerator random) {
    this.wallet = wallet;
    this.journal = journal;
    this.random = random;
    this.book = new FounderBook(journal.store());
    this.agreement = new Agreement(journal, book, time);
    this.sweeping = new Sweeping(wallet, rules.bidding());
    var purchases = new Purchases(world.provider(), wallet, journal, rules.patience(), time);
    var funds = new Funds(wallet, journal, rules.bidding());
    var ordering = new Ordering(world.provider(), journal, rules.lateAnswer(), rules.day(), time);
    var reception = reception(world.welcoming(), rules, time);
    this.founding =
        new Founding(
            wallet,
            funds,
            new Buying(
                world.provider(), purchases, funds, book, agreement, journal, rules.day(), time),
            new Housing(
                world.provider(),
                ordering,
                book,
                agreement,
                world.boot(),
                reception::waiting,
                journal,
                time),
            reception,
            book,
            world.crew(),
            rules.pace(),
            time);
  }

  private Reception reception(Welcoming welcoming, Rules rules, Time now) {
    return switch (welcoming) {
      case Welcoming.OfRelays relays ->
          new Welcome(
              relays.directory(),
              relays.courier(),
              relays.key(),
              relays.belonging(),
              rules.statusPort(),
              book,
              journal,
              now,
              random);
      case Welcoming.OfSite site -> new SiteWelcome(site, rules.statusPort(), book, journal, now);
    };
  }

  /**
   * Opens a launch, new or begun.
   *
   * @param random one that nobody can guess: it draws the wallet's seed at the first start
   * @throws IdentityException where seed, wallet and journal do not belong together
   */
  public static Launch open(
      LaunchDisk disk, Surroundings world, Rules rules, Time time, RandomGenerator random) {
    var settings =
        WalletSettings.of(rules.network(), disk.seed(), disk.wallet()).withTraces(disk.journal());
    var wallet = Wallet.open(settings, world.chain(), time, random);
    return new Launch(wallet, Journal.open(disk.journal(), time), world, rules, time, random);
  }

  /** Whether a bill was agreed to. */
  public boolean isAgreed() {
    return agreement.isMade();
  }

  /** Agrees to {@code bill}: draws the founders, and from now on {@link #turn} buys. */
  public void agree(Bill bill, Budget budget) {
    agreement.make(bill, budget, Seeds.draw(bill.choice(), random));
    journal.note(
        Entry.Kind.START,
        "agreed to %s for %d relays, %s at most"
            .formatted(bill.expected(), bill.choice().relays(), budget.most()));
  }

  /** Agrees to another price for the founders that are still to be bought. */
  public void agreeAnew(Bill bill, Budget budget) {
    agreement.renew(bill, budget);
    journal.note(Entry.Kind.DECISION, "agreed to %s for each relay".formatted(bill.rent()));
  }

  /** What may be spent, as it was agreed to. */
  public Budget budget() {
    return agreement.budget();
  }

  /** Where money for the launch is to be sent. */
  public Address address() {
    return wallet.receiveAddress();
  }

  public List<Founder> founders() {
    return book.all();
  }

  /** Takes all steps that can be taken now. */
  public Turn turn() throws InterruptedException {
    return founding.turn();
  }

  /** Where every satoshi went; empty before the first turn. */
  public Optional<AccountLine> account() {
    return wallet.view().map(WalletView::account);
  }

  /** Sends what is left back to whoever paid. */
  public Sweeping sweeping() {
    return sweeping;
  }

  @Override
  public void close() {
    wallet.close();
    journal.close();
  }
}
