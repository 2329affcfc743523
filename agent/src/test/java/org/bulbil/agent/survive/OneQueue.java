package org.bulbil.agent.survive;

import java.util.function.Supplier;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.Accepted;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.ServerOrder;

/**
 * Without separate budgets: there is one queue for everything, and while a birth waits for an
 * answer the rent waits behind it.
 */
final class OneQueue extends ForwardingProvider {

  private final Tenant tenant;
  private boolean birthWaits;

  OneQueue(Provider provider, Tenant tenant) {
    super(provider);
    this.tenant = tenant;
  }

  private <T> Outcome<T> ofBirth(Supplier<Outcome<T>> request) {
    var answer = request.get();
    birthWaits = answer instanceof Outcome.Unknown<T>;
    return answer;
  }

  private <T> Outcome<T> ofRent(Supplier<Outcome<T>> request) {
    return birthWaits ? Outcome.unknown("a birth is being waited for") : request.get();
  }

  @Override
  public Outcome<CreditToken> mint() {
    return ofBirth(super::mint);
  }

  @Override
  public Outcome<org.bulbil.core.lease.LeaseId> launch(CreditToken token, ServerOrder order) {
    return ofBirth(() -> super.launch(token, order));
  }

  @Override
  public Outcome<Invoice> invoice(CreditToken token, Cents amount) {
    return tenant.owns(token)
        ? ofRent(() -> super.invoice(token, amount))
        : ofBirth(() -> super.invoice(token, amount));
  }

  @Override
  public Outcome<Accepted> topUp(CreditToken token, LeaseId id, int days) {
    return ofRent(() -> super.topUp(token, id, days));
  }
}
