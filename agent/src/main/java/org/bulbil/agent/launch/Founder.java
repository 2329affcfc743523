package org.bulbil.agent.launch;

import java.time.Instant;
import java.util.Optional;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.hosting.CreditToken;
import org.bulbil.tor.Fingerprint;

/**
 * One relay that is launched.
 *
 * @param id its place in the order of buying, from 1
 * @param hostname its unique name, by which a lost launch is found again
 * @param genome that it begins with
 * @param token that pays for it; empty before it is minted
 * @param lease its server; empty before the launch
 * @param address of its server; empty while that is being built
 * @param paidUntil end of its lease, by the provider's newest word; empty before the launch
 * @param fingerprint by which it appeared in the consensus; empty before that
 * @param setbacks purchases that came to nothing and launches that were refused, one after another
 * @param changed when it came into its present state, or its newest setback was
 * @param words what happened last, for people
 */
public record Founder(
    long id,
    Hostname hostname,
    Genome genome,
    State state,
    Optional<CreditToken> token,
    Optional<LeaseId> lease,
    Optional<String> address,
    Optional<Instant> paidUntil,
    Optional<Fingerprint> fingerprint,
    int setbacks,
    Instant changed,
    String words) {

  /** Where a launch of one relay stands. The names are stored; never rename one. */
  public enum State {
    /** Nothing is spent for it. */
    PLANNED,
    /** Its credit is being bought. */
    FUNDING,
    /** Its credit is there; a server is to be launched. */
    FUNDED,
    /** Its server is launched; the relay is not in the consensus yet. */
    LAUNCHED,
    /** It is Running in the consensus, and does not declare the family yet. */
    RUNNING,
    /** It declares the family: the launcher's work is done. */
    JOINED,
    /** It ended otherwise; the words say how, and what a person can do. */
    LOST
  }

  /** Whether the launcher has nothing more to do for it. */
  public boolean isOver() {
    return state == State.JOINED || state == State.LOST;
  }

  /** Whether the consensus has called it Running. */
  public boolean hasRun() {
    return state == State.RUNNING || state == State.JOINED;
  }

  static Founder planned(long id, Hostname hostname, Genome genome, Instant now) {
    return new Founder(
        id,
        hostname,
        genome,
        State.PLANNED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        now,
        "planned");
  }

  Founder withToken(CreditToken minted) {
    return known(Optional.of(minted), lease, address, paidUntil, fingerprint);
  }

  Founder withLease(LeaseId server) {
    return known(token, Optional.of(server), address, paidUntil, fingerprint);
  }

  Founder housed(Optional<String> where, Instant until) {
    return known(token, lease, where, Optional.of(until), fingerprint);
  }

  Founder known(Fingerprint relay) {
    return known(token, lease, address, paidUntil, Optional.of(relay));
  }

  /** In another state, with its setbacks forgotten. */
  Founder moved(State next, String why, Instant now) {
    return turned(next, 0, now, why);
  }

  /** The same with so many setbacks: those of a purchase count on until one succeeds. */
  Founder afterSetbacks(int count) {
    return turned(state, count, changed, words);
  }

  /** In the same state, with news of it. */
  Founder saying(String news) {
    return turned(state, setbacks, changed, news);
  }

  /** Back, or still, in {@code next} after something that came to nothing. */
  Founder setBack(State next, String why, Instant now) {
    return turned(next, setbacks + 1, now, why);
  }

  /** The same, with something else known of its token and server. */
  private Founder known(
      Optional<CreditToken> itsToken,
      Optional<LeaseId> server,
      Optional<String> where,
      Optional<Instant> until,
      Optional<Fingerprint> relay) {
    return new Founder(
        id, hostname, genome, state, itsToken, server, where, until, relay, setbacks, changed,
        words);
  }

  /** The same, with its launch standing elsewhere. */
  private Founder turned(State next, int count, Instant when, String why) {
    return new Founder(
        id,
        hostname,
        genome,
        next,
        token,
        lease,
        address,
        paidUntil,
        fingerprint,
        count,
        when,
        why);
  }

  /** What its purchases of credit are for. */
  String purpose() {
    return "launch:" + hostname;
  }
}
