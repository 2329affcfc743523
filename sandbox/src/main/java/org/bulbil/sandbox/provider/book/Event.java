package org.bulbil.sandbox.provider.book;

import java.time.Instant;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Sats;

/** One thing that happened at the provider. */
public sealed interface Event {

  record TokenMinted(Token token) implements Event {}

  /** {@code price} sent to {@code address} before {@code expiry} will credit {@code amount}. */
  record InvoiceMade(
      Token token, InvoiceId invoice, String address, Sats price, Cents amount, Instant expiry)
      implements Event {}

  /**
   * A payment was credited.
   *
   * @param received what arrived, at least the price
   * @param price what was asked; the rest of {@code received} is lost to the customer
   * @param credited what the token's balance rose by
   */
  record InvoicePaid(
      Token token, InvoiceId invoice, String txid, Sats received, Sats price, Cents credited)
      implements Event {}

  record InvoiceExpired(Token token, InvoiceId invoice) implements Event {}

  /** A confirmed payment that credits nothing. */
  record PaymentStranded(Token token, InvoiceId invoice, String txid, Sats received, Why why)
      implements Event {

    /** What was wrong with it. */
    public enum Why {
      /** Less than the price. */
      TOO_LITTLE,
      /** First seen after the invoice's expiry. */
      TOO_LATE,
      /** The invoice was paid already. */
      PAID_ALREADY,
      /** By trouble: the provider forgot to credit it. */
      FORGOTTEN
    }
  }

  /** A lease began; its first {@code days} were paid with {@code price}. */
  record Launched(
      Token token,
      MachineId machine,
      String hostname,
      String flavor,
      String region,
      int days,
      Cents price,
      Instant expiry)
      implements Event {}

  /** The server has an address and runs. */
  record Built(MachineId machine, String address) implements Event {}

  /** A lease was extended by {@code days} until {@code expiry}. */
  record ToppedUp(
      Token token, MachineId machine, int days, Cents price, Instant expiry, Cause cause)
      implements Event {

    /** Who wanted it. */
    public enum Cause {
      REQUEST,
      AUTORENEW
    }
  }

  /** Powered off, since its autorenewal could not be paid. */
  record Suspended(MachineId machine) implements Event {}

  record Started(MachineId machine) implements Event {}

  record Stopped(MachineId machine) implements Event {}

  record Rebooted(MachineId machine) implements Event {}

  record Rebuilt(MachineId machine) implements Event {}

  /** Deleted: its processes are dead, its disk is gone. */
  record Ended(MachineId machine, EndedBy by) implements Event {}
}
