package org.bulbil.sandbox.witness;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Json;

/**
 * What a relay's status page says, as far as the sandbox reads it. Written from the page's
 * description; amounts are satoshis, spans days of rent.
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record SelfReport(
    String hostname, Lease lease, Money money, Words account, Decision decision) {

  /** A page may leave out anything. */
  public SelfReport {
    if (lease == null || money == null || account == null || decision == null) {
      throw new JsonException("a status page without lease, money, account or decision");
    }
  }

  /** The server: until when it is paid. */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Lease(double days, double runwayDays) {}

  /** The wallet, with the address that it publishes. */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Money(String address, long spendableSat, long arrivingSat) {}

  /** What the newest heartbeat decided. */
  @Json
  public record Decision(String what, String why) {}

  /**
   * Its own account.
   *
   * @param foreignSat spent from its keys by somebody else
   * @param tipHeight of the newest block that it has taken in; -1 before the first
   * @param pending payments of its own that are not confirmed
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Words(
      long receivedSat,
      long rentSat,
      long endowmentSat,
      long startGiftSat,
      long willSat,
      long feesSat,
      long heldSat,
      long foreignSat,
      int tipHeight,
      int pending) {

    /** What a relay that was never heard of has to say. */
    static final Words NONE = new Words(0, 0, 0, 0, 0, 0, 0, 0, -1, 0);

    /** Whether it speaks of the chain up to {@code height} and waits for nothing. */
    boolean isSettledAt(int height) {
      return tipHeight == height && pending == 0;
    }

    /** Satoshis by which these words and {@code statement} differ, summed over the columns. */
    long differenceTo(Statement statement) {
      return Math.abs(receivedSat - statement.received().value())
          + Math.abs(rentSat + endowmentSat - statement.rent().value())
          + Math.abs(feesSat - statement.fees().value())
          + Math.abs(startGiftSat + willSat - statement.given().value())
          + Math.abs(heldSat - statement.held().value())
          + Math.abs(foreignSat);
    }
  }
}
