package org.bulbil.agent.birth;

import java.time.Instant;
import java.util.Optional;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.hosting.CreditToken;

/**
 * One child on its way.
 *
 * @param hostname its unique name, by which a lost launch is found again
 * @param genome that it inherits, mutated
 * @param endowment credit on its own token
 * @param token that credit's; empty before it is minted
 * @param lease its server; empty before the launch
 * @param fingerprint by which it appeared in the consensus; empty before that
 * @param address its wallet, as its signed descriptor says; empty before that
 * @param started when the birth began
 * @param changed when it came into its present state, or its newest attempt was made
 * @param attempts refused launches so far
 * @param words what happened last, for people
 */
public record Birth(
    long id,
    Hostname hostname,
    Genome genome,
    Cents endowment,
    State state,
    Optional<CreditToken> token,
    Optional<LeaseId> lease,
    Optional<String> fingerprint,
    Optional<String> address,
    Instant started,
    Instant changed,
    int attempts,
    String words) {

  /** Where a birth stands. The names are stored; never rename one. */
  public enum State {
    /** Decided; nothing is spent. */
    PLANNED,
    /** The child's token is being credited. */
    FUNDING,
    /** The credit is there; a server is to be bought. */
    FUNDED,
    /** The server is bought; the child has not appeared. */
    LAUNCHED,
    /** The child is in the consensus, with an address; its start gift is to be sent. */
    APPEARED,
    /** The parent's work is done. */
    DONE,
    /** It ended without a child that we know of. */
    FAILED;

    boolean isUnderWay() {
      return switch (this) {
        case PLANNED, FUNDING, FUNDED, LAUNCHED, APPEARED -> true;
        case DONE, FAILED -> false;
      };
    }
  }

  public boolean isUnderWay() {
    return state.isUnderWay();
  }

  /** Whether its child has been seen in the consensus, and how the birth ended is no failure. */
  boolean hasAppeared() {
    return state == State.APPEARED || state == State.DONE;
  }

  Birth withToken(CreditToken credit) {
    return known(Optional.of(credit), lease, fingerprint, address);
  }

  Birth withLease(LeaseId server) {
    return known(token, Optional.of(server), fingerprint, address);
  }

  Birth known(String relay, String wallet) {
    return known(token, lease, Optional.of(relay), Optional.of(wallet));
  }

  Birth moved(State next, String why, Instant now) {
    return turned(genome, next, attempts, why, now);
  }

  Birth refusedOnce(Genome elsewhere, String why, Instant now) {
    return turned(elsewhere, state, attempts + 1, why, now);
  }

  /** The same, with something else known of its token and child. */
  private Birth known(
      Optional<CreditToken> credit,
      Optional<LeaseId> server,
      Optional<String> relay,
      Optional<String> wallet) {
    return new Birth(
        id, hostname, genome, endowment, state, credit, server, relay, wallet, started, changed,
        attempts, words);
  }

  /** The same, standing elsewhere from {@code now} on. */
  private Birth turned(Genome genes, State next, int count, String why, Instant now) {
    return new Birth(
        id,
        hostname,
        genes,
        endowment,
        next,
        token,
        lease,
        fingerprint,
        address,
        started,
        now,
        count,
        why);
  }

  /** What its purchase of credit is for. */
  String purpose() {
    return "birth:" + hostname;
  }
}
