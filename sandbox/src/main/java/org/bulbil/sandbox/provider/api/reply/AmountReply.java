package org.bulbil.sandbox.provider.api.reply;

import io.avaje.jsonb.Json;
import org.bulbil.core.money.Cents;

/** A balance or a quote. */
@Json
public record AmountReply(long cents, String usd) {

  public static AmountReply of(Cents amount) {
    return new AmountReply(amount.value(), Usd.of(amount));
  }
}
