package org.bulbil.sandbox.witness;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.directory.Listing;
import org.bulbil.sandbox.provider.book.ProviderBook;
import org.bulbil.sandbox.witness.LifeEvent.Kind;

/**
 * Watches relays from outside. {@link #look} is one round; anybody may ask for {@link #relays}
 * meanwhile. Safe for several threads.
 */
public final class Witness {

  private final RegtestChain chain;
  private final ProviderBook book;
  private final Rental rental;
  private final Supplier<Outcome<List<Listing>>> directory;
  private final Time time;
  private final Landmarks landmarks;
  private final Census census = new Census();
  private final Herald herald;
  private final MoneyWatch money;
  private final LeaseWatch leases;
  private final RenewalWatch renewals;

  /**
   * @param directory the relays as anybody can read them; asked once a round
   * @param beneficiaries of every relay's will
   * @param rental what a customer of the provider finds
   * @param listener is told each event once, by the thread that looks
   */
  public Witness(
      RegtestChain chain,
      ProviderBook book,
      Supplier<Outcome<List<Listing>>> directory,
      List<Address> beneficiaries,
      Rental rental,
      Time time,
      Consumer<LifeEvent> listener) {
    this.chain = chain;
    this.book = book;
    this.rental = rental;
    this.directory = directory;
    this.time = time;
    this.landmarks = new Landmarks(beneficiaries);
    this.herald = new Herald(census, time, listener);
    this.money = new MoneyWatch(chain, landmarks, census, herald);
    this.leases = new LeaseWatch(book, landmarks, census, money, herald);
    this.renewals = new RenewalWatch(book, money, rental);
  }

  /** Every relay that ever was, in the order of birth. */
  public List<Relay> relays() {
    return census.all();
  }

  /**
   * Takes in what has happened since the last round. The height is read first, so that the invoice
   * of any payment up to there is in the book; the directory last, so that whoever was born
   * meanwhile is recognised.
   */
  public synchronized void look() {
    int height = chain.tip().height();
    leases.readOn();
    money.followTo(height, time.now());
    leases.tell();
    renewals.look(time.now());
    readDirectory();
  }

  /** Where the authority does not answer, what is known stays. */
  private void readDirectory() {
    if (directory.get() instanceof Outcome.Done<List<Listing>>(var listings)) {
      listings.forEach(this::recognise);
    }
  }

  /** A descriptor is a relay's where the nickname is its hostname; another's key is not taken. */
  private void recognise(Listing listing) {
    var name = listing.nickname().value();
    census.find(name).ifPresent(_ -> landmarks.notePublished(name, listing.wallet()));
    census
        .find(name)
        .filter(relay -> relay.fingerprint().map(listing.fingerprint()::equals).orElse(true))
        .ifPresent(relay -> recognise(relay, listing));
  }

  private void recognise(Relay relay, Listing listing) {
    if (landmarks.addWallet(relay.hostname(), listing.wallet())) {
      census.change(relay.hostname(), known -> known.listedAs(listing));
      money.lookAgain();
    }
    if (listing.isRunning() && relay.running().isEmpty()) {
      herald.tell(Kind.RUNNING, relay.hostname(), known -> known.runningSince(time.now()));
    }
  }

  /** The account of every relay, as the chain has it up to this moment. */
  public synchronized List<Account> accounts() {
    return chain.read(
        view -> {
          var trail = new Trail(chain);
          var accounting = new Accounting(landmarks, trail.followTo(view.height()));
          return relays().stream()
              .map(relay -> new Account(relay, accounting.statement(relay, view)))
              .toList();
        });
  }

  /**
   * What went wrong that never may, up to this moment. Whoever runs a relay of another's name on
   * the same network makes it look like a second wallet; in a sandbox nobody does.
   */
  public synchronized Harm harm() {
    return chain.read(
        view -> {
          var trail = new Trail(chain);
          var clusters = new Clusters(landmarks);
          trail.followTo(view.height()).forEach(clusters::follow);
          return new Harm(
              Doubles.invoices(book, view),
              Doubles.launches(book),
              landmarks.namesOfSeveralWallets(),
              renewals.missed(),
              book.account().stranded(),
              new Losses(clusters, money, view, rental, time.now()).of(relays()));
        });
  }
}
