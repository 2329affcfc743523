package org.bulbil.sandbox.provider.api.reply;

import io.avaje.jsonb.Json;
import org.bulbil.sandbox.provider.estate.TokenSummary;

/** A token at a glance; burn rates are those of a day. */
@Json(naming = Json.Naming.LowerUnderscore)
public record TokenReply(
    long balanceCents,
    String balanceUsd,
    int servers,
    int autorenewServers,
    int suspendedServers,
    String burnRateUsd,
    long burnRateCents,
    long daysRemaining,
    int messages,
    int invoices) {

  public static TokenReply of(TokenSummary token) {
    return new TokenReply(
        token.balance().value(),
        Usd.of(token.balance()),
        token.servers(),
        token.autorenewing(),
        token.suspended(),
        Usd.of(token.burnRate()),
        token.burnRate().value(),
        token.daysRemaining(),
        token.messages(),
        token.invoices());
  }
}
