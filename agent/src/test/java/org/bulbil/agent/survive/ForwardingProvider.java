package org.bulbil.agent.survive;

import java.time.Instant;
import java.util.List;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.Accepted;
import org.bulbil.hosting.Catalogue;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.InvoiceId;
import org.bulbil.hosting.Message;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.ServerOrder;
import org.bulbil.hosting.Terms;

/** Another provider's answers, for those who change some of them. */
abstract class ForwardingProvider implements Provider {

  private final Provider provider;

  ForwardingProvider(Provider provider) {
    this.provider = provider;
  }

  @Override
  public String name() {
    return provider.name();
  }

  @Override
  public Terms terms() {
    return provider.terms();
  }

  @Override
  public Outcome<Instant> clock() {
    return provider.clock();
  }

  @Override
  public Outcome<Catalogue> catalogue() {
    return provider.catalogue();
  }

  @Override
  public Outcome<Cents> quote(String plan, int days) {
    return provider.quote(plan, days);
  }

  @Override
  public Outcome<CreditToken> mint() {
    return provider.mint();
  }

  @Override
  public Outcome<Invoice> invoice(CreditToken token, Cents amount) {
    return provider.invoice(token, amount);
  }

  @Override
  public Outcome<List<Invoice>> invoices(CreditToken token) {
    return provider.invoices(token);
  }

  @Override
  public Outcome<Invoice> invoice(CreditToken token, InvoiceId id) {
    return provider.invoice(token, id);
  }

  @Override
  public Outcome<Cents> credit(CreditToken token) {
    return provider.credit(token);
  }

  @Override
  public Outcome<LeaseId> launch(CreditToken token, ServerOrder order) {
    return provider.launch(token, order);
  }

  @Override
  public Outcome<List<Lease>> leases(CreditToken token, Hostname hostname) {
    return provider.leases(token, hostname);
  }

  @Override
  public Outcome<Lease> lease(CreditToken token, LeaseId id) {
    return provider.lease(token, id);
  }

  @Override
  public Outcome<Accepted> topUp(CreditToken token, LeaseId id, int days) {
    return provider.topUp(token, id, days);
  }

  @Override
  public Outcome<Accepted> start(CreditToken token, LeaseId id) {
    return provider.start(token, id);
  }

  @Override
  public Outcome<List<Message>> messages(CreditToken token) {
    return provider.messages(token);
  }
}
