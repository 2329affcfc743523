package org.bulbil.atlas.api.v1;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import org.bulbil.atlas.network.OwnPage;
import org.bulbil.atlas.network.OwnPage.Proof;
import org.bulbil.core.money.Cents;
import org.jspecify.annotations.Nullable;

/**
 * What a relay of ours says of its money on its own page, and what speaks for and against it.
 *
 * @param paidUntil end of the lease, ISO 8601
 * @param runsUntil end of everything paid or payable, ISO 8601
 * @param rent of a day, in US cents
 * @param proof verified, refuted or absent: whether wallet and relay vouch for each other
 * @param why it is refuted
 * @param contradictions where directory or chain say otherwise
 */
@Json(naming = Json.Naming.LowerUnderscore)
record FinancesMessage(
    String page,
    String read,
    @Nullable String paidUntil,
    @Nullable String runsUntil,
    @Nullable Long rent,
    @Nullable String beneficiary,
    String proof,
    @Nullable String why,
    List<String> contradictions) {

  static FinancesMessage of(OwnPage page) {
    return new FinancesMessage(
        page.page().toString(),
        page.read().toString(),
        page.paidUntil().map(Instant::toString).orElse(null),
        page.runsUntil().map(Instant::toString).orElse(null),
        page.rent().map(Cents::value).orElse(null),
        page.beneficiary().orElse(null),
        word(page.proof()),
        page.proof() instanceof Proof.Refuted(String why) ? why : null,
        page.contradictions());
  }

  private static String word(Proof proof) {
    return switch (proof) {
      case Proof.Verified _ -> "verified";
      case Proof.Refuted _ -> "refuted";
      case Proof.Absent _ -> "absent";
    };
  }
}
