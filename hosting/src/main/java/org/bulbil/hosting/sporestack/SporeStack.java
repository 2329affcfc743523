package org.bulbil.hosting.sporestack;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.lease.Region;
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
import org.bulbil.hosting.json.Fields;
import org.bulbil.hosting.json.JsonText;
import org.bulbil.hosting.json.Nonsense;
import org.bulbil.wire.Http;

/**
 * A client of SporeStack's HTTP API as of 2025 ({@code api.sporestack.com}; no version in its
 * paths).
 */
public final class SporeStack implements Provider {

  private static final System.Logger LOG = System.getLogger(SporeStack.class.getName());

  private final SporeStackSettings settings;
  private final Wire wire;

  /** The caller closes {@code http}. */
  public SporeStack(Http http, SporeStackSettings settings) {
    this.settings = settings;
    this.wire = new Wire(http, settings.base());
  }

  @Override
  public String name() {
    return "sporestack/" + settings.backend();
  }

  @Override
  public Terms terms() {
    return settings.terms();
  }

  /** The date of an answer to a question that nobody is charged for (RFC 9110, section 6.6.1). */
  @Override
  public Outcome<Instant> clock() {
    return wire.date(ours("/slugs/regions"));
  }

  @Override
  public Outcome<Catalogue> catalogue() {
    return plans().flatMap(plans -> regions().map(regions -> new Catalogue(plans, regions)));
  }

  private Outcome<List<Plan>> plans() {
    return wire.get(ours("/slugs/flavors"), text -> offers(flavors(text), Reading::plan));
  }

  private List<Body.Flavor> flavors(String text) {
    return JsonText.list(Body.Flavor.class, text).stream()
        .filter(flavor -> settings.backend().equals(flavor.provider()))
        .toList();
  }

  private Outcome<List<Region>> regions() {
    return wire.get(ours("/slugs/regions"), text -> offers(places(text), Reading::region));
  }

  private List<Body.Place> places(String text) {
    return JsonText.list(Body.Place.class, text).stream()
        .filter(place -> settings.backend().equals(place.provider()))
        .toList();
  }

  private Path ours(String path) {
    return Path.to(path).with("provider", settings.backend());
  }

  /** Those that make sense: one odd offer must not hide the others, but all odd is no catalogue. */
  private static <F, T> List<T> offers(List<F> found, Function<F, T> reading) {
    var offers = new ArrayList<T>();
    for (var one : found) {
      try {
        offers.add(reading.apply(one));
      } catch (Nonsense e) {
        LOG.log(
            System.Logger.Level.DEBUG, "an offer of SporeStack is left out: {0}", e.getMessage());
      }
    }
    if (offers.isEmpty()) {
      throw new Nonsense("it offers nothing that we can use");
    }
    return offers;
  }

  @Override
  public Outcome<Cents> quote(String plan, int days) {
    var path = ours("/server/quote").with("flavor", plan).with("days", Integer.toString(days));
    return wire.get(path, SporeStack::cents);
  }

  private static Cents cents(String text) {
    return Fields.cents("cents", JsonText.read(Body.Amount.class, text).cents());
  }

  @Override
  public Outcome<CreditToken> mint() {
    return wire.get(Path.to("/token"), Reading::token);
  }

  @Override
  public Outcome<Invoice> invoice(CreditToken token, Cents amount) {
    if (amount.value() % 100 != 0) {
      throw new IllegalArgumentException("SporeStack sells credit in whole dollars: " + amount);
    }
    var funding = new Body.Funding("btc", amount.wholeDollarsDown());
    var body = JsonText.write(Body.Funding.class, funding);
    return wire.post(Path.to(token, "/add"), body, text -> funded(text, amount));
  }

  private static Invoice funded(String text, Cents amount) {
    var invoice = Reading.invoice(JsonText.read(Body.Funded.class, text).invoice());
    if (!invoice.credits().equals(amount)) {
      throw new Nonsense("asked for " + amount + ", it made out a bill of " + invoice.credits());
    }
    return invoice;
  }

  @Override
  public Outcome<List<Invoice>> invoices(CreditToken token) {
    return wire.get(
        Path.to(token, "/invoices"),
        text -> Reading.invoices(JsonText.list(Body.Bill.class, text)));
  }

  @Override
  public Outcome<Invoice> invoice(CreditToken token, InvoiceId id) {
    return wire.get(
        Path.to(token, "/invoices/" + id.value()),
        text -> Reading.invoice(JsonText.read(Body.Bill.class, text)));
  }

  @Override
  public Outcome<Cents> credit(CreditToken token) {
    return wire.get(Path.to(token, "/balance"), SporeStack::cents);
  }

  @Override
  public Outcome<LeaseId> launch(CreditToken token, ServerOrder order) {
    var body = JsonText.write(Body.Launch.class, launch(order));
    return wire.post(
        Path.to(token, "/servers"),
        body,
        text -> Reading.leaseId(JsonText.read(Body.Launched.class, text).machineId()));
  }

  private Body.Launch launch(ServerOrder order) {
    return new Body.Launch(
        order.plan(),
        order.boot().key().orElseGet(() -> LockedKey.of(order.hostname())).line(),
        settings.operatingSystem(),
        settings.backend(),
        order.region(),
        order.days(),
        false,
        order.hostname().value(),
        userData(order.boot().script()));
  }

  private String userData(String script) {
    return switch (settings.userData()) {
      case PLAIN -> script;
      case BASE64 -> Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_8));
    };
  }

  @Override
  public Outcome<List<Lease>> leases(CreditToken token, Hostname hostname) {
    var path =
        Path.to(token, "/servers")
            .with("hostname", hostname.value())
            .with("include_deleted", "true");
    return wire.get(path, text -> leases(text, hostname));
  }

  /** Whatever the server's filter does, only servers of this very name are ours. */
  private static List<Lease> leases(String text, Hostname hostname) {
    var servers = JsonText.read(Body.Servers.class, text).servers();
    if (servers == null) {
      throw new Nonsense("servers is missing");
    }
    return servers.stream()
        .filter(server -> hostname.value().equalsIgnoreCase(server.hostname()))
        .map(server -> Reading.lease(server, hostname))
        .toList();
  }

  @Override
  public Outcome<Lease> lease(CreditToken token, LeaseId id) {
    return wire.get(
        Path.to(token, id, ""), text -> Reading.lease(JsonText.read(Body.Server.class, text), id));
  }

  @Override
  public Outcome<Accepted> topUp(CreditToken token, LeaseId id, int days) {
    var body = JsonText.write(Body.TopUp.class, new Body.TopUp(days));
    return wire.post(Path.to(token, id, "/topup"), body, _ -> new Accepted());
  }

  @Override
  public Outcome<Accepted> start(CreditToken token, LeaseId id) {
    return wire.post(Path.to(token, id, "/start"), "", _ -> new Accepted());
  }

  @Override
  public Outcome<List<Message>> messages(CreditToken token) {
    return wire.get(
        Path.to(token, "/messages"),
        text -> JsonText.list(Body.Note.class, text).stream().map(Reading::message).toList());
  }
}
