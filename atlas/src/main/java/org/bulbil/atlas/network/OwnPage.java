package org.bulbil.atlas.network;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;

/**
 * What a relay of ours says on its status page, and how that was checked. It is the relay's own
 * word: a page shows it as such, and beside it what contradicts it.
 *
 * @param page where it was read
 * @param read when
 * @param address that it publishes, as written
 * @param proof whether the wallet has signed for this relay
 * @param paidUntil end of the lease
 * @param runsUntil end of everything paid or payable at today's price
 * @param rent of a day
 * @param price of a bitcoin, as it reckons with it
 * @param beneficiary of the last will: an address or a name
 * @param decisions newest first
 * @param contradictions where the directory or the chain says otherwise, a sentence each
 */
public record OwnPage(
    URI page,
    Instant read,
    Optional<String> address,
    Proof proof,
    Optional<Instant> paidUntil,
    Optional<Instant> runsUntil,
    Optional<Cents> rent,
    Optional<Rate> price,
    Optional<String> beneficiary,
    List<Decision> decisions,
    List<String> contradictions) {

  /** Whether wallet and relay vouch for each other. */
  public sealed interface Proof {

    /** Both signatures were checked. */
    record Verified() implements Proof {}

    /**
     * Something in it is not so.
     *
     * @param why a sentence
     */
    record Refuted(String why) implements Proof {}

    /** It shows none, or there was no descriptor to check it with. */
    record Absent() implements Proof {}
  }

  /**
   * A decision in the relay's words.
   *
   * @param words for people
   */
  public record Decision(Instant when, String words) {}

  public OwnPage {
    decisions = List.copyOf(decisions);
    contradictions = List.copyOf(contradictions);
  }
}
