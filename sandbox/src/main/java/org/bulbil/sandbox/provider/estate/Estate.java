package org.bulbil.sandbox.provider.estate;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.sandbox.provider.book.EndedBy;
import org.bulbil.sandbox.provider.book.Event;
import org.bulbil.sandbox.provider.book.InvoiceId;
import org.bulbil.sandbox.provider.book.MachineId;
import org.bulbil.sandbox.provider.book.ProviderBook;
import org.bulbil.sandbox.provider.book.Token;
import org.bulbil.sandbox.provider.catalogue.Backend;
import org.bulbil.sandbox.provider.catalogue.Catalogue;
import org.bulbil.sandbox.provider.estate.Message.Sender;
import org.bulbil.sandbox.provider.till.Receipt;
import org.bulbil.sandbox.provider.trouble.Troubles;

/**
 * The provider's business behind one lock. Refusals carry the status that the API answers with.
 * Safe for use by several threads.
 */
public final class Estate {

  private final ReentrantLock lock = new ReentrantLock();
  private final Terms terms;
  private final Ports ports;
  private final ProviderBook book;
  private final Names names;
  private final Purses purses = new Purses();
  private final Cashier cashier;
  private final Rack rack;
  private final Leases leases;
  private final Upkeep upkeep;

  public Estate(Terms terms, Ports ports, ProviderBook book, Troubles troubles) {
    this.terms = terms;
    this.ports = ports;
    this.book = book;
    names = new Names(ports.random());
    cashier = new Cashier(terms, ports, names, purses, book, troubles);
    rack = new Rack(ports.machines(), book);
    var renewal = new Renewal(terms, purses, rack, book);
    leases = new Leases(terms, names, purses, rack, renewal, book, troubles);
    upkeep = new Upkeep(rack, renewal, terms.day());
  }

  /** One visit: alone, at one instant, with everything done that is due until then. */
  private <T> T visit(Function<Instant, T> errand) {
    lock.lock();
    try {
      var now = ports.time().now();
      upkeep.catchUp(now);
      var result = errand.apply(now);
      upkeep.catchUp(now);
      return result;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Does what has fallen due, and takes what has arrived at the till. One tick at a time, so that
   * none judges by an older look at the till than the one before; the till is asked outside of the
   * lock, since it may take its time.
   */
  public synchronized void tick() {
    var arrived = new LinkedHashMap<InvoiceId, List<Receipt>>();
    visit(cashier::watched)
        .forEach((invoice, address) -> arrived.put(invoice, ports.till().receipts(address)));
    visit(
        now -> {
          arrived.forEach((invoice, receipts) -> cashier.take(invoice, receipts, now));
          return arrived;
        });
  }

  public Catalogue catalogue() {
    return terms.catalogue();
  }

  public Token mint() {
    return visit(
        _ -> {
          var token = names.token();
          book.write(new Event.TokenMinted(token));
          return token;
        });
  }

  public Outcome<Invoice> invoice(Token token, Cents amount) {
    return visit(now -> cashier.invoice(token, amount, now));
  }

  public List<Invoice> invoices(Token token) {
    return visit(_ -> cashier.of(token));
  }

  public Outcome<Invoice> invoice(Token token, InvoiceId id) {
    return visit(_ -> cashier.of(token, id));
  }

  /** Every invoice of every token, oldest first. */
  public List<Invoice> invoices() {
    return visit(_ -> cashier.all());
  }

  public Cents balance(Token token) {
    return visit(_ -> purses.balance(token));
  }

  public TokenSummary summary(Token token) {
    return visit(
        _ ->
            TokenSummary.of(
                purses.balance(token),
                leases.of(token),
                purses.messages(token).size(),
                cashier.of(token).size()));
  }

  public List<Message> messages(Token token) {
    return visit(_ -> purses.messages(token));
  }

  public Outcome<List<Message>> say(Token token, Sender sender, String text) {
    return visit(now -> purses.say(token, new Message(now, sender, text)));
  }

  /** What {@code days} of a flavor cost; 422 where there is none of that name. */
  public Outcome<Cents> quote(Backend backend, String flavor, int days) {
    return Choice.flavor(backend, flavor, terms.catalogue()).map(found -> found.rent().times(days));
  }

  public Outcome<MachineId> launch(Token token, Order order) {
    return visit(now -> leases.launch(token, order, now));
  }

  public List<Server> servers(Token token) {
    return visit(_ -> leases.of(token));
  }

  public Outcome<Server> server(Token token, MachineId id) {
    return visit(_ -> leases.of(token, id));
  }

  /** Every server of every token that is not yet removed, in the order of their launches. */
  public List<Server> servers() {
    return visit(_ -> rack.all());
  }

  /** Changes what is given and leaves the rest. */
  public Outcome<Server> update(
      Token token, MachineId id, Optional<String> hostname, Optional<Boolean> autorenew) {
    return visit(_ -> leases.update(token, id, hostname, autorenew));
  }

  public Outcome<Server> topUp(Token token, MachineId id, int days) {
    return visit(now -> leases.topUp(token, id, days, now));
  }

  public Outcome<Server> start(Token token, MachineId id) {
    return visit(now -> leases.start(token, id, now));
  }

  public Outcome<Server> stop(Token token, MachineId id) {
    return visit(_ -> leases.stop(token, id));
  }

  public Outcome<Server> reboot(Token token, MachineId id) {
    return visit(_ -> leases.reboot(token, id));
  }

  public Outcome<Server> rebuild(Token token, MachineId id) {
    return visit(_ -> leases.rebuild(token, id));
  }

  public Outcome<Server> delete(Token token, MachineId id) {
    return visit(now -> leases.delete(token, id, now));
  }

  /** Hides a deleted server from the list. */
  public Outcome<Server> forget(Token token, MachineId id) {
    return visit(now -> leases.forget(token, id, now));
  }

  /**
   * Deletes a server "by sporestack", as for a breach of the rules.
   *
   * @return false where there is no live server of that id
   */
  public boolean ban(MachineId id) {
    return visit(
        now ->
            rack.find(id)
                .filter(server -> !server.hasEnded())
                .map(server -> rack.end(server, EndedBy.SPORESTACK, now))
                .isPresent());
  }
}
