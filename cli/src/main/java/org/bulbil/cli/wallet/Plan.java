package org.bulbil.cli.wallet;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.util.List;

/**
 * What a recovery finds and does. Amounts are satoshis.
 *
 * @param from the wallet's published address
 * @param coins how many are proven and free
 * @param amountSat what {@code to} gets; 0 where it is not worth its fee
 * @param feeRate in words
 * @param arrivingSat not in a block yet, and not swept
 * @param txid empty before the transaction is made
 * @param state {@code planned}, or as the payment stands
 */
@Json(naming = Json.Naming.LowerUnderscore)
record Plan(
    String network,
    String from,
    String to,
    int coins,
    long foundSat,
    long amountSat,
    long feeSat,
    String feeRate,
    long arrivingSat,
    String txid,
    String state) {

  private static final Jsonb JSON = Jsonb.instance();

  Plan done(String transaction, String standing) {
    return new Plan(
        network,
        from,
        to,
        coins,
        foundSat,
        amountSat,
        feeSat,
        feeRate,
        arrivingSat,
        transaction,
        standing);
  }

  String json() {
    return JSON.toJson(this);
  }

  /** For people. */
  List<String> lines() {
    return List.of(
        "wallet    %s on %s".formatted(from, network),
        "found     %d sat in %d coins, and %d sat arriving, which stay"
            .formatted(foundSat, coins, arrivingSat),
        "fee       %d sat at %s".formatted(feeSat, feeRate),
        "sends     %d sat to %s".formatted(amountSat, to));
  }
}
