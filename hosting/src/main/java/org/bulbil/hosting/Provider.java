package org.bulbil.hosting;

import java.time.Instant;
import java.util.List;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;

/**
 * Who rents out servers for Bitcoin.
 *
 * <p>Questions can be repeated. The three acts marked "not idempotent" must not be: their unknown
 * outcome is settled by asking. Whatever went wrong, the outcome's words hold no token.
 */
public interface Provider {

  /** For people and journals, such as {@code sporestack/vultr}. */
  String name();

  /** What it allows, as far as that is known without asking. */
  Terms terms();

  /** What its clock shows, in whole seconds. */
  Outcome<Instant> clock();

  /** The plans and regions that it offers now. */
  Outcome<Catalogue> catalogue();

  /** What {@code days} of {@code plan} (its slug) cost now. */
  Outcome<Cents> quote(String plan, int days);

  /** A fresh credit token with nothing on it; minting one that is never used harms nobody. */
  Outcome<CreditToken> mint();

  /**
   * The token that bills for {@code lease} are made out to, and that its server is to know. The
   * account's own, unless days stick to the machine: then it names that one machine too.
   */
  default CreditToken tokenFor(CreditToken account, LeaseId lease) {
    return account;
  }

  /**
   * Asks for a bill to pay. Not idempotent, but harmless: settle an unknown one with {@link
   * #invoices}. Where days stick to the machine, paying it makes the token's lease longer by what
   * the amount buys.
   *
   * @param amount of credit: whole dollars, at least {@link Terms#smallestInvoice}
   */
  Outcome<Invoice> invoice(CreditToken token, Cents amount);

  /** All bills of this token, oldest first. */
  Outcome<List<Invoice>> invoices(CreditToken token);

  Outcome<Invoice> invoice(CreditToken token, InvoiceId id);

  /** The balance: money paid in that is not server time yet; zero where there is no credit. */
  Outcome<Cents> credit(CreditToken token);

  /**
   * Buys a server from the token's credit. Where there is none it is only ordered: its first bill
   * is asked for with {@link #tokenFor}, and unpaid it is forgotten within the hour. Not
   * idempotent: settle an unknown one with {@link #leases}, whose key is the order's unique
   * hostname.
   */
  Outcome<LeaseId> launch(CreditToken token, ServerOrder order);

  /**
   * Runs an order's user data on a running server, where the provider does not do that at its first
   * boot ({@link Terms#mostUserData} is 0); does nothing elsewhere. Can be repeated.
   *
   * @param userData the script of the {@link ServerOrder}, which may run more than once
   */
  default Outcome<Accepted> install(CreditToken token, LeaseId id, String userData) {
    return Outcome.done(new Accepted());
  }

  /** The servers of this token with this hostname, deleted ones included. */
  Outcome<List<Lease>> leases(CreditToken token, Hostname hostname);

  Outcome<Lease> lease(CreditToken token, LeaseId id);

  /**
   * Turns credit into {@code days} more of a lease; refused where there is no credit. Not
   * idempotent: read the expiry before, and settle an unknown one by reading it again.
   *
   * @param days 1 to {@link Terms#mostDaysAtOnce}
   */
  Outcome<Accepted> topUp(CreditToken token, LeaseId id, int days);

  /** Switches a server on, as after a suspension; can be repeated. */
  Outcome<Accepted> start(CreditToken token, LeaseId id);

  /** What the provider and we wrote to one another: notices of abuse arrive here, nowhere else. */
  Outcome<List<Message>> messages(CreditToken token);
}
