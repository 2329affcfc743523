package org.bulbil.sandbox.witness;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import org.bulbil.core.time.Day;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.directory.Listing;
import org.bulbil.sandbox.provider.book.Event;
import org.bulbil.sandbox.provider.book.MachineId;
import org.bulbil.sandbox.provider.book.Token;
import org.bulbil.tor.Fingerprint;

/**
 * A relay as the witness knows it by now.
 *
 * @param machine the provider's name for its server
 * @param token what its server was launched on
 * @param hostname unique; also its nickname
 * @param region slug
 * @param generation 0 where no relay paid for it, else one more than its parent's
 * @param parent hostname of the relay whose coins paid for it
 * @param born when it was launched
 * @param leaseEnd when its server is deleted, as last renewed
 * @param server its address, once built
 * @param fingerprint once its descriptor was seen
 * @param wallet its published address, once its descriptor was seen
 * @param running when a consensus first had it as Running
 * @param ended when its server was deleted
 */
public record Relay(
    MachineId machine,
    Token token,
    String hostname,
    String region,
    int generation,
    Optional<String> parent,
    Instant born,
    Instant leaseEnd,
    Optional<InetAddress> server,
    Optional<Fingerprint> fingerprint,
    Optional<Address> wallet,
    Optional<Instant> running,
    Optional<Instant> ended) {

  private static final int DAYS_TO_INHERIT = 5;

  /** A relay that people launched. */
  static Relay founded(Event.Launched launch, Instant at) {
    return launched(launch, at, 0, Optional.empty());
  }

  /** A relay that another has paid for. */
  static Relay plantedBy(Relay parent, Event.Launched launch, Instant at) {
    return launched(launch, at, parent.generation() + 1, Optional.of(parent.hostname()));
  }

  private static Relay launched(
      Event.Launched launch, Instant at, int generation, Optional<String> parent) {
    return new Relay(
        launch.machine(),
        launch.token(),
        launch.hostname(),
        launch.region(),
        generation,
        parent,
        at,
        launch.expiry(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public boolean isAlive() {
    return ended.isEmpty();
  }

  /**
   * Until when an heir of a server that was deleted may take: some days from the end of its lease
   * on, until the chain's time is past that and the payment in a block.
   */
  public Instant inherited(Day day) {
    return leaseEnd.plus(day.times(DAYS_TO_INHERIT));
  }

  /** Its fingerprint where it is known, else its hostname. */
  public String name() {
    return fingerprint.map(Fingerprint::value).orElse(hostname);
  }

  Relay builtAt(InetAddress address) {
    return copy(leaseEnd, Optional.of(address), fingerprint, wallet, running, ended);
  }

  Relay leasedUntil(Instant end) {
    return copy(end, server, fingerprint, wallet, running, ended);
  }

  Relay listedAs(Listing listing) {
    var name = Optional.of(listing.fingerprint());
    return copy(leaseEnd, server, name, Optional.of(listing.wallet()), running, ended);
  }

  Relay runningSince(Instant at) {
    return copy(leaseEnd, server, fingerprint, wallet, Optional.of(at), ended);
  }

  Relay endedAt(Instant at) {
    return copy(leaseEnd, server, fingerprint, wallet, running, Optional.of(at));
  }

  /** The same relay, with what can change in its life. */
  private Relay copy(
      Instant end,
      Optional<InetAddress> address,
      Optional<Fingerprint> name,
      Optional<Address> purse,
      Optional<Instant> runs,
      Optional<Instant> died) {
    return new Relay(
        machine,
        token,
        hostname,
        region,
        generation,
        parent,
        born,
        end,
        address,
        name,
        purse,
        runs,
        died);
  }
}
