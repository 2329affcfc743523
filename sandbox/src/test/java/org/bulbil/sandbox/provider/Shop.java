package org.bulbil.sandbox.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.time.Day;
import org.bulbil.sandbox.provider.estate.Invoice;
import org.bulbil.sandbox.provider.estate.Ports;
import org.bulbil.sandbox.provider.estate.Terms;

/** A provider with a clock, a till and machines in a test's hand, and a customer before it. */
public final class Shop implements AutoCloseable {

  public static final Day DAY = new Day(Duration.ofSeconds(60));

  public final HandClock clock = new HandClock();
  public final FakeTill till = new FakeTill();
  public final PaperMachines machines = new PaperMachines();
  public final AtomicReference<Rate> rate = new AtomicReference<>(Rate.ofDollars(100_000));
  public final SandboxProvider provider;
  public final Customer customer;

  public Shop() {
    this(Terms.of(DAY));
  }

  public Shop(Terms terms) {
    var ports = new Ports(till, machines, rate::get, clock, new SplittableRandom(1));
    try {
      provider = SandboxProvider.open(loopback(), terms, ports);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    customer = new Customer(provider.uri());
  }

  public static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** Moves the clock by days, and lets the provider notice. */
  public void days(double days) {
    clock.forward(DAY.of(days));
    provider.tick();
  }

  public String mint() {
    return customer.get("/token").body();
  }

  /** A new token with this many dollars on it, paid and confirmed. */
  public String funded(int dollars) {
    var token = mint();
    fund(token, dollars);
    return token;
  }

  public void fund(String token, int dollars) {
    var invoice = invoice(token, dollars);
    pay(invoice, invoice.price());
    confirm();
  }

  /** A new invoice, made over the API. */
  public Invoice invoice(String token, int dollars) {
    var added = customer.post("/token/" + token + "/add", Map.of("dollars", dollars));
    if (added.status() != 200) {
      throw new AssertionError(added.status() + " " + added.body());
    }
    return provider.invoices().getLast();
  }

  /** Pays into the mempool, and lets the provider notice. */
  public String pay(Invoice invoice, Sats amount) {
    var txid = till.pay(invoice.address(), amount);
    provider.tick();
    return txid;
  }

  /** Mines a block, and lets the provider notice. */
  public void confirm() {
    till.mine();
    provider.tick();
  }

  /** Launches {@code order} and returns the machine's id. */
  public String launch(String token, Map<String, ?> order) {
    var launched = customer.post("/token/" + token + "/servers", order);
    if (launched.status() != 200) {
      throw new AssertionError(launched.status() + " " + launched.body());
    }
    return launched.text("machine_id");
  }

  public Customer.Reply server(String token, String machine) {
    return customer.get(path(token, machine));
  }

  public Customer.Reply act(String token, String machine, String act) {
    return customer.post(path(token, machine) + "/" + act);
  }

  public Customer.Reply topUp(String token, String machine, int days) {
    return customer.post(path(token, machine) + "/topup", Map.of("days", days));
  }

  public static String path(String token, String machine) {
    return "/token/" + token + "/servers/" + machine;
  }

  @SuppressWarnings("unchecked")
  public List<Map<String, Object>> servers(String token, String query) {
    var reply = customer.get("/token/" + token + "/servers" + query).object();
    return (List<Map<String, Object>>) Objects.requireNonNull(reply.get("servers"));
  }

  public long balance(String token) {
    return customer.get("/token/" + token + "/balance").number("cents");
  }

  @Override
  public void close() {
    customer.close();
    provider.close();
  }
}
