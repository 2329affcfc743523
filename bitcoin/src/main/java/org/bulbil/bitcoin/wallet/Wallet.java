package org.bulbil.bitcoin.wallet;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.outbox.Outbox;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/** The wallet of one relay. */
@SuppressWarnings("DoNotCallSuggester") // The rooms behind it are being furnished.
public final class Wallet implements AutoCloseable {

  /**
   * Opens the wallet, making it at the very first start.
   *
   * @param sources one server, or several that must agree
   * @param random draws the seed at the first start: cryptographically strong outside tests
   * @throws IdentityException where the database and the seed do not belong together
   */
  public static Wallet open(
      WalletSettings settings, List<ChainSource> sources, Time time, RandomGenerator random) {
    throw new UnsupportedOperationException();
  }

  /** The published address. */
  public Address receiveAddress() {
    throw new UnsupportedOperationException();
  }

  /**
   * Asks the servers, checks and stores what they prove. Unknown where they cannot be reached, make
   * no sense or disagree: the last {@link #view} then stays as it was, with its age.
   */
  public Outcome<WalletView> refresh() {
    throw new UnsupportedOperationException();
  }

  /** What the last good refresh saw; empty before the first since the start. */
  public Optional<WalletView> view() {
    throw new UnsupportedOperationException();
  }

  public Outcome<FeeEstimates> feeEstimates() {
    throw new UnsupportedOperationException();
  }

  public Outbox outbox() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
