package org.bulbil.atlas.store;

import io.avaje.jsonb.Json;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bulbil.atlas.network.OwnPage;
import org.bulbil.atlas.network.OwnPage.Decision;
import org.bulbil.atlas.network.OwnPage.Proof;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.jspecify.annotations.Nullable;

/**
 * A relay's own page as it is kept.
 *
 * @param proof {@code verified}, {@code refuted} or {@code absent}
 * @param refuted why, where it is
 * @param rent US cents a day
 * @param price US cents a bitcoin
 */
@Json
record PageMessage(
    String page,
    Instant read,
    @Nullable String address,
    String proof,
    @Nullable String refuted,
    @Nullable Instant paidUntil,
    @Nullable Instant runsUntil,
    @Nullable Long rent,
    @Nullable Long price,
    @Nullable String beneficiary,
    List<DecisionMessage> decisions,
    List<String> contradictions) {

  private static final String VERIFIED = "verified";
  private static final String REFUTED = "refuted";
  private static final String ABSENT = "absent";

  /** A decision of it. */
  @Json
  record DecisionMessage(Instant when, String words) {}

  static PageMessage of(OwnPage page) {
    return new PageMessage(
        page.page().toString(),
        page.read(),
        page.address().orElse(null),
        word(page.proof()),
        page.proof() instanceof Proof.Refuted(String why) ? why : null,
        page.paidUntil().orElse(null),
        page.runsUntil().orElse(null),
        page.rent().map(Cents::value).orElse(null),
        page.price().map(Rate::centsPerBitcoin).orElse(null),
        page.beneficiary().orElse(null),
        page.decisions().stream()
            .map(decision -> new DecisionMessage(decision.when(), decision.words()))
            .toList(),
        page.contradictions());
  }

  private static String word(Proof proof) {
    return switch (proof) {
      case Proof.Verified() -> VERIFIED;
      case Proof.Refuted _ -> REFUTED;
      case Proof.Absent() -> ABSENT;
    };
  }

  OwnPage ownPage() {
    return new OwnPage(
        URI.create(page),
        read,
        Optional.ofNullable(address),
        ownProof(),
        Optional.ofNullable(paidUntil),
        Optional.ofNullable(runsUntil),
        Optional.ofNullable(rent).map(Cents::of),
        Optional.ofNullable(price).map(Rate::new),
        Optional.ofNullable(beneficiary),
        decisions.stream()
            .map(decision -> new Decision(decision.when(), decision.words()))
            .toList(),
        contradictions);
  }

  private Proof ownProof() {
    return switch (proof) {
      case VERIFIED -> new Proof.Verified();
      case REFUTED -> new Proof.Refuted(refuted == null ? "" : refuted);
      case ABSENT -> new Proof.Absent();
      default -> throw new StoreException("a page's proof is not \"" + proof + "\"");
    };
  }
}
