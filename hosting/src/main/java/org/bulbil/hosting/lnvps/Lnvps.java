package org.bulbil.hosting.lnvps;

import static org.bulbil.hosting.json.Fields.required;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.Accepted;
import org.bulbil.hosting.Catalogue;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.InvoiceId;
import org.bulbil.hosting.Message;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.ServerOrder;
import org.bulbil.hosting.Terms;
import org.bulbil.hosting.json.JsonText;
import org.bulbil.wire.Http;

/**
 * A client of LNVPS's HTTP API as of 2026 ({@code api.lnvps.net}). It has no credit, so days are
 * bought with bills alone; and no messages, since it writes to the account's mailbox.
 */
public final class Lnvps implements Provider {

  /** Machines in one answer, and answers that are read: an account has no more than thousands. */
  private static final int PAGE = 100;

  private static final int PAGES_MAX = 20;

  private final LnvpsSettings settings;
  private final RandomGenerator random;
  private final Wire wire;
  private final Shelf shelf;
  private final Orders orders;
  private final Bills bills;

  /**
   * The caller closes {@code http}.
   *
   * @param time by which requests are signed; LNVPS's may differ by a minute
   * @param random strong: it draws keys and blinds signatures
   */
  public Lnvps(Http http, LnvpsSettings settings, Time time, RandomGenerator random) {
    this.settings = settings;
    this.random = random;
    this.wire = new Wire(http, settings.base(), new Nip98(time, random));
    this.shelf = new Shelf(wire, settings, time);
    this.orders = new Orders(wire, shelf, settings.ssh());
    this.bills = new Bills(wire, shelf);
  }

  @Override
  public String name() {
    return "lnvps";
  }

  @Override
  public Terms terms() {
    return settings.terms();
  }

  @Override
  public Outcome<Instant> clock() {
    return shelf.clock();
  }

  @Override
  public Outcome<Catalogue> catalogue() {
    return shelf.catalogue();
  }

  @Override
  public Outcome<Cents> quote(String plan, int days) {
    return isSold(days)
        ? shelf
            .catalogue()
            .flatMap(
                offers ->
                    offers
                        .plan(plan)
                        .map(known -> Outcome.done(known.rentFor(days)))
                        .orElse(Outcome.refused("LNVPS has no plan " + plan, 422)))
        : notSold();
  }

  private boolean isSold(int days) {
    return days >= 1 && days <= settings.terms().mostDaysAtOnce();
  }

  private <T> Outcome<T> notSold() {
    return Outcome.refused("days must be 1 to " + settings.terms().mostDaysAtOnce(), 422);
  }

  /** A key that nobody knows yet: LNVPS opens its account at the first request. */
  @Override
  public Outcome<CreditToken> mint() {
    return Outcome.done(new CreditToken(NostrKey.draw(random).hex()));
  }

  @Override
  public CreditToken tokenFor(CreditToken account, LeaseId lease) {
    return MachineToken.of(account, lease);
  }

  @Override
  public Outcome<Invoice> invoice(CreditToken token, Cents amount) {
    if (amount.value() % 100 != 0) {
      throw new IllegalArgumentException("bills are for whole dollars: " + amount);
    }
    return amount.covers(settings.terms().smallestInvoice())
        ? forMachine(token, (key, machine) -> bills.ask(key, machine, amount))
        : Outcome.refused("a bill must be for " + settings.terms().smallestInvoice(), 422);
  }

  @Override
  public Outcome<List<Invoice>> invoices(CreditToken token) {
    return forMachine(token, bills::all);
  }

  @Override
  public Outcome<Invoice> invoice(CreditToken token, InvoiceId id) {
    return MachineToken.read(token).flatMap(account -> bills.read(account.key(), id));
  }

  /** Does something for the token's machine: the one that it names, or the only one. */
  private <T> Outcome<T> forMachine(
      CreditToken token, BiFunction<NostrKey, LeaseId, Outcome<T>> deed) {
    return MachineToken.read(token)
        .flatMap(
            account ->
                account
                    .machine()
                    .map(Outcome::done)
                    .orElseGet(() -> onlyMachine(account.key()))
                    .flatMap(machine -> deed.apply(account.key(), machine)));
  }

  private Outcome<LeaseId> onlyMachine(NostrKey key) {
    return machines(key)
        .flatMap(
            all ->
                all.size() == 1
                    ? Reading.safely(() -> Reading.leaseId(all.getFirst()))
                    : Outcome.refused(
                        "this key rents %d machines; a bill is for one: use the token KEY-NUMBER"
                            .formatted(all.size()),
                        422));
  }

  /** There is none, ever: what is paid becomes days at once. */
  @Override
  public Outcome<Cents> credit(CreditToken token) {
    return MachineToken.read(token).map(_ -> Cents.ZERO);
  }

  @Override
  public Outcome<LeaseId> launch(CreditToken token, ServerOrder order) {
    return isSold(order.days())
        ? MachineToken.read(token).flatMap(account -> orders.place(account.key(), order))
        : notSold();
  }

  @Override
  public Outcome<Accepted> install(CreditToken token, LeaseId id, String userData) {
    if (settings.ssh().isEmpty()) {
      return Outcome.refused("no SSH key is set to enter machines of LNVPS with", 0);
    }
    var ssh = new Ssh(settings.ssh().get());
    return MachineToken.read(token)
        .flatMap(account -> machine(account.key(), id))
        .flatMap(machine -> install(ssh, machine, userData));
  }

  /** An address, a user and host keys are there some minutes after the payment. */
  private static Outcome<Accepted> install(Ssh ssh, Body.Machine machine, String userData) {
    var address = Reading.address(machine);
    var keys = HostKeys.of(machine.hostSshKeys());
    if (address.isEmpty() || keys.isEmpty()) {
      return Outcome.unknown("the machine has no address or no known SSH host keys yet");
    }
    return Reading.user(machine)
        .map(user -> ssh.run(address.get(), user, keys.get(), userData))
        .orElseGet(() -> Outcome.refused("the machine's image names no user to log in as", 0));
  }

  @Override
  public Outcome<List<Lease>> leases(CreditToken token, Hostname hostname) {
    return MachineToken.read(token)
        .flatMap(account -> machines(account.key()))
        .flatMap(all -> Reading.safely(() -> named(all, hostname)));
  }

  private static List<Lease> named(List<Body.Machine> all, Hostname hostname) {
    return all.stream()
        .filter(machine -> Reading.hostname(machine).value().equalsIgnoreCase(hostname.value()))
        .map(Reading::lease)
        .toList();
  }

  private Outcome<List<Body.Machine>> machines(NostrKey key) {
    var all = new ArrayList<Body.Machine>();
    for (int page = 0; page < PAGES_MAX; page++) {
      switch (page(key, page * PAGE)) {
        case Outcome.Done<List<Body.Machine>>(List<Body.Machine> some) -> {
          all.addAll(some);
          if (some.size() < PAGE) {
            return Outcome.done(all);
          }
        }
        case Outcome.Refused<List<Body.Machine>> refused -> {
          return refused;
        }
        case Outcome.Unknown<List<Body.Machine>> unknown -> {
          return unknown;
        }
      }
    }
    return Outcome.unknown("more than " + PAGE * PAGES_MAX + " machines");
  }

  private Outcome<List<Body.Machine>> page(NostrKey key, int from) {
    return wire.get(
        key,
        "/api/v1/vm?limit=%d&offset=%d".formatted(PAGE, from),
        text ->
            required("data", JsonText.read(Body.Machines.class, text).data()).stream()
                .map(machine -> required("data", machine))
                .toList());
  }

  @Override
  public Outcome<Lease> lease(CreditToken token, LeaseId id) {
    return MachineToken.read(token)
        .flatMap(account -> machine(account.key(), id))
        .flatMap(machine -> Reading.safely(() -> Reading.lease(machine, id)));
  }

  private Outcome<Body.Machine> machine(NostrKey key, LeaseId id) {
    return isNumber(id)
        ? wire.get(
            key,
            "/api/v1/vm/" + id.value(),
            text -> required("data", JsonText.read(Body.OneMachine.class, text).data()))
        : Outcome.refused("there is no such machine", 404);
  }

  private static boolean isNumber(LeaseId id) {
    return id.value().matches("[0-9]{1,19}");
  }

  @Override
  public Outcome<Accepted> topUp(CreditToken token, LeaseId id, int days) {
    return Outcome.refused(
        "LNVPS has no credit to top up from: a paid bill makes the machine's lease longer", 0);
  }

  @Override
  public Outcome<Accepted> start(CreditToken token, LeaseId id) {
    return isNumber(id)
        ? MachineToken.read(token)
            .flatMap(
                account ->
                    wire.patch(
                        account.key(), "/api/v1/vm/" + id.value() + "/start", _ -> new Accepted()))
        : Outcome.refused("there is no such machine", 404);
  }

  /** It writes to the account's mailbox and Nostr key, and not to programs. */
  @Override
  public Outcome<List<Message>> messages(CreditToken token) {
    return MachineToken.read(token).map(_ -> List.of());
  }
}
