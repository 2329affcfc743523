package org.bulbil.agent.survive;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
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

/** The provider behind a bad wire, at which births may be stuck. */
final class StormyProvider implements Provider {

  private final Provider office;
  private final Wire wire;
  private final Tenant tenant;
  private final ActWatch acts;
  private final BirthStep stuck;

  StormyProvider(World world, Tenant tenant, ActWatch acts, BirthStep stuck) {
    this.office = world.office;
    this.wire = world.wire;
    this.tenant = tenant;
    this.acts = acts;
    this.stuck = stuck;
  }

  @Override
  public String name() {
    return office.name();
  }

  @Override
  public Terms terms() {
    return office.terms();
  }

  @Override
  public Outcome<Instant> clock() {
    return wire.send("provider's clock", office::clock);
  }

  @Override
  public Outcome<Catalogue> catalogue() {
    return wire.send("catalogue", office::catalogue);
  }

  @Override
  public Outcome<Cents> quote(String plan, int days) {
    return wire.send("quote", () -> office.quote(plan, days));
  }

  @Override
  public Outcome<CreditToken> mint() {
    return stuckOr(BirthStep.MINT, () -> wire.send("mint", office::mint));
  }

  private <T> Outcome<T> stuckOr(BirthStep step, Supplier<Outcome<T>> request) {
    return stuck == step ? Outcome.unknown("answered 503") : request.get();
  }

  @Override
  public Outcome<Invoice> invoice(CreditToken token, Cents amount) {
    acts.billing();
    return tenant.owns(token)
        ? bill("bill", token, amount)
        : stuckOr(BirthStep.BILL, () -> bill("bill for a child", token, amount));
  }

  private Outcome<Invoice> bill(String what, CreditToken token, Cents amount) {
    return wire.send(what, () -> office.invoice(token, amount));
  }

  @Override
  public Outcome<List<Invoice>> invoices(CreditToken token) {
    return wire.send("list of bills", () -> office.invoices(token));
  }

  @Override
  public Outcome<Invoice> invoice(CreditToken token, InvoiceId id) {
    return wire.send("state of a bill", () -> office.invoice(token, id));
  }

  @Override
  public Outcome<Cents> credit(CreditToken token) {
    return wire.send("credit", () -> office.credit(token));
  }

  @Override
  public Outcome<LeaseId> launch(CreditToken token, ServerOrder order) {
    acts.launching(token, order);
    return stuckOr(BirthStep.LAUNCH, () -> wire.send("launch", () -> office.launch(token, order)));
  }

  @Override
  public Outcome<List<Lease>> leases(CreditToken token, Hostname hostname) {
    var found = wire.send("list of leases", () -> office.leases(token, hostname));
    found.answer().ifPresent(leases -> leases.forEach(acts::shown));
    return found;
  }

  @Override
  public Outcome<Lease> lease(CreditToken token, LeaseId id) {
    var found = wire.send("lease", () -> office.lease(token, id));
    found.answer().ifPresent(acts::shown);
    return found;
  }

  @Override
  public Outcome<Accepted> topUp(CreditToken token, LeaseId id, int days) {
    acts.toppingUp();
    var answer = wire.send("top-up", () -> office.topUp(token, id, days));
    answer.answer().ifPresent(_ -> acts.toppedUp(days));
    return answer;
  }

  @Override
  public Outcome<Accepted> start(CreditToken token, LeaseId id) {
    return wire.send("start", () -> office.start(token, id));
  }

  @Override
  public Outcome<List<Message>> messages(CreditToken token) {
    return wire.send("messages", () -> office.messages(token));
  }
}
