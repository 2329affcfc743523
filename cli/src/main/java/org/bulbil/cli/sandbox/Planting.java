package org.bulbil.cli.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.sandbox.Founders.Founder;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.ServerOrder;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.chain.Payment;

/**
 * The buying of the first relays: a token for each, all invoices paid in one transaction, then a
 * server on each token. What fails here fails the whole sandbox, with the provider's own words.
 */
final class Planting {

  /** For the provider to see the payment and credit it; it looks several times a second. */
  private static final Duration CREDIT_WAIT = Duration.ofSeconds(60);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private final Provider provider;
  private final Plan plan;
  private final int days;
  private final Time time;
  private final List<Ticket> tickets = new ArrayList<>();

  /** A founder with the token that pays for it. */
  record Ticket(Founder founder, CreditToken token) {}

  /** A founder's server, as it was bought. */
  record Planted(Hostname hostname, CreditToken token, LeaseId lease) {}

  /**
   * @param days of the first lease
   */
  Planting(Provider provider, Plan plan, int days, Time time) {
    this.provider = provider;
    this.plan = plan;
    this.days = days;
    this.time = time;
  }

  /**
   * Mints and fills a token for each founder.
   *
   * @param payer pays everything in one transaction that confirms at once
   */
  void fund(List<Founder> founders, Function<List<Payment>, Outcome<Integer>> payer) {
    var payments = new ArrayList<Payment>();
    for (var founder : founders) {
      var token = must("minting a token", provider.mint());
      var invoice = must("an invoice", provider.invoice(token, price()));
      payments.add(payment(invoice));
      tickets.add(new Ticket(founder, token));
    }
    must("the payment of all invoices", payer.apply(payments));
  }

  /** The days in whole dollars, at least what the provider sells at once. */
  private Cents price() {
    var wanted = Cents.dollars(plan.rentFor(days).wholeDollarsUp());
    var least = provider.terms().smallestInvoice();
    return wanted.covers(least) ? wanted : least;
  }

  private static Payment payment(Invoice invoice) {
    var request = invoice.request();
    return new Payment(Address.parse(request.address()), request.amount());
  }

  /** Launches a server for each founder. */
  List<Planted> launch(Function<Ticket, String> userData) throws InterruptedException {
    var deadline = time.now().plus(CREDIT_WAIT);
    var planted = new ArrayList<Planted>();
    for (var ticket : tickets) {
      awaitCredit(ticket.token(), deadline);
      var founder = ticket.founder();
      var order =
          new ServerOrder(
              founder.hostname(),
              founder.genome().plan(),
              founder.genome().region(),
              days,
              userData.apply(ticket));
      var lease = must("launching " + founder.hostname(), provider.launch(ticket.token(), order));
      planted.add(new Planted(founder.hostname(), ticket.token(), lease));
    }
    return planted;
  }

  private void awaitCredit(CreditToken token, Instant deadline) throws InterruptedException {
    while (!must("reading a balance", provider.credit(token)).covers(plan.rentFor(days))) {
      if (!time.now().isBefore(deadline)) {
        throw new Trouble("the provider did not credit a payment within " + CREDIT_WAIT);
      }
      time.pause(LOOK_AGAIN);
    }
  }

  /** Where the servers are, asked at the same provider. */
  FounderServers servers(List<Planted> planted) {
    return new FounderServers(provider, planted);
  }

  private static <T> T must(String what, Outcome<T> outcome) {
    return outcome
        .answer()
        .orElseThrow(() -> new Trouble(what + " at the sandbox's provider: " + outcome.summary()));
  }
}
