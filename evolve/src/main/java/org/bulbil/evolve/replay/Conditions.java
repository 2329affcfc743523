package org.bulbil.evolve.replay;

import java.time.Duration;
import org.bulbil.core.money.Cents;

/**
 * Under which rules of the world a relay lives.
 *
 * @param rent of one day
 * @param invoices what can be bought at once
 * @param delay how long money takes to arrive
 * @param start what the first coin is worth on the first day; none if zero
 * @param startDays of lease that are paid for on the first day
 */
public record Conditions(Cents rent, Invoices invoices, Delay delay, Cents start, int startDays) {

  /** Dearer servers than any relay rents. */
  private static final Cents RENT_MAX = Cents.dollars(1000);

  /** Those under which policies are compared: $0.38 a day, $20 and 14 days to begin with. */
  public static final Conditions USUAL =
      new Conditions(
          Cents.of(38), Invoices.AT_LEAST_FIVE_DOLLARS, Delay.ONE_DAY, Cents.dollars(20), 14);

  public Conditions {
    if (rent.isZero() || !RENT_MAX.covers(rent)) {
      throw new IllegalArgumentException(
          "rent must be 1 cent to %s a day, not %s".formatted(RENT_MAX, rent));
    }
    if (startDays < 0) {
      throw new IllegalArgumentException("a lease cannot begin with " + startDays + " days");
    }
  }

  /** What can be bought at once. */
  public enum Invoices {
    /** Whole dollars, five or more, as SporeStack has it. */
    AT_LEAST_FIVE_DOLLARS,
    /** Any number of cents: what published figures of rival rules assume. */
    ANY_AMOUNT
  }

  /** How long money takes to arrive. */
  public enum Delay {
    /** A gift or change can be spent on the next day; a payment is credit on the next day. */
    ONE_DAY,
    /** Everything at once: what published figures of rival rules assume. */
    NONE;

    /** From a payment until it is credit. */
    Duration creditWait() {
      return switch (this) {
        case ONE_DAY -> Duration.ofDays(1);
        case NONE -> Duration.ZERO;
      };
    }
  }

  public Conditions with(Invoices others) {
    return new Conditions(rent, others, delay, start, startDays);
  }

  public Conditions with(Delay other) {
    return new Conditions(rent, invoices, other, start, startDays);
  }

  public Conditions withRent(Cents other) {
    return new Conditions(other, invoices, delay, start, startDays);
  }

  /** What is not easier than in the world, as in {@code minimum and delay}. */
  public String words() {
    var minimum = invoices == Invoices.AT_LEAST_FIVE_DOLLARS;
    var waits = delay == Delay.ONE_DAY;
    if (minimum && waits) {
      return "minimum and delay";
    }
    return minimum ? "minimum, no delay" : waits ? "delay, no minimum" : "no minimum, no delay";
  }

  /** The least amount that an invoice is for. */
  public Cents smallestInvoice() {
    return switch (invoices) {
      case AT_LEAST_FIVE_DOLLARS -> Cents.dollars(5);
      case ANY_AMOUNT -> Cents.of(1);
    };
  }

  /** Whether there is an invoice for {@code amount}. */
  boolean allow(Cents amount) {
    return amount.covers(smallestInvoice())
        && switch (invoices) {
          case AT_LEAST_FIVE_DOLLARS -> amount.value() % 100 == 0;
          case ANY_AMOUNT -> true;
        };
  }
}
