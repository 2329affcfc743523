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
  private final Supplier<Outcome<List<Listing>>> directory;
  private final Time time;
  private final Landmarks landmarks;
  private final Census census = new Census();
  private final Herald herald;
  private final MoneyWatch money;
  private final LeaseWatch leases;

  /**
   * @param directory the relays as anybody can read them; asked once a round
   * @param beneficiaries of every relay's will
   * @param listener is told each event once, by the thread that looks
   */
  public Witness(
      RegtestChain chain,
      ProviderBook book,
      Supplier<Outcome<List<Listing>>> directory,
      List<Address> beneficiaries,
      Time time,
      Consumer<LifeEvent> listener) {
    this.chain = chain;
    this.directory = directory;
    this.time = time;
    this.landmarks = new Landmarks(beneficiaries);
    this.herald = new Herald(census, time, listener);
    this.money = new MoneyWatch(chain, landmarks, census, herald);
    this.leases = new LeaseWatch(book, landmarks, census, money, herald);
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
    money.followTo(height);
    leases.tell();
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
    census
        .find(listing.nickname().value())
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
}
