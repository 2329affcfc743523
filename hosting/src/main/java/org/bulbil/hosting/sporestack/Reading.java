package org.bulbil.hosting.sporestack;

import static org.bulbil.hosting.json.Fields.cents;
import static org.bulbil.hosting.json.Fields.required;
import static org.bulbil.hosting.json.Fields.sensible;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.lease.Region;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.InvoiceId;
import org.bulbil.hosting.Message;
import org.bulbil.hosting.PaymentRequest;
import org.bulbil.hosting.json.Fields;
import org.bulbil.hosting.json.Nonsense;
import org.jspecify.annotations.Nullable;

/** SporeStack's words in ours; {@link Nonsense} where they can't be true. */
final class Reading {

  /** 2100-01-01: whatever is later is not a time in seconds. */
  private static final long LAST_SECOND = 4_102_444_800L;

  private Reading() {}

  static CreditToken token(String text) {
    var bare = text.strip().replaceAll("^\"|\"$", "");
    return sensible("token", () -> new CreditToken(bare));
  }

  static Plan plan(Body.Flavor flavor) {
    var slug = required("slug", flavor.slug());
    var price = cents("price", flavor.price());
    return sensible(
        "flavor",
        () ->
            new Plan(
                slug,
                price,
                required("cores", flavor.cores()),
                required("memory", flavor.memory()),
                required("disk", flavor.disk()),
                flavor.bandwidthPerMonth() == null ? 0 : flavor.bandwidthPerMonth(),
                "/32".equals(flavor.ipv4())));
  }

  static Region region(Body.Place place) {
    var slug = required("slug", place.slug());
    return sensible("region", () -> new Region(slug, place.name() == null ? slug : place.name()));
  }

  static Invoice invoice(Body.@Nullable Bill bill) {
    var present = required("invoice", bill);
    var uri = required("payment_uri", present.paymentUri());
    return sensible(
        "invoice",
        () ->
            new Invoice(
                new InvoiceId(required("id", present.id())),
                PaymentRequest.parse(uri),
                cents("amount", present.amount()),
                time("created", present.created()),
                time("expires", present.expires()),
                timeOrNever("paid", present.paid()),
                Optional.ofNullable(present.txid()).filter(txid -> !txid.isBlank()),
                Boolean.TRUE.equals(present.expired())));
  }

  /** Those payable in bitcoin, oldest first. */
  static List<Invoice> invoices(List<Body.Bill> bills) {
    return bills.stream()
        .filter(bill -> bill.cryptocurrency() == null || bill.cryptocurrency().equals("btc"))
        .map(Reading::invoice)
        .sorted(Comparator.comparing(Invoice::created))
        .toList();
  }

  static LeaseId leaseId(@Nullable String machineId) {
    var present = required("machine_id", machineId);
    return sensible("machine_id", () -> new LeaseId(present));
  }

  /**
   * The server {@code id}, whatever its name: one that somebody renamed to what we never choose is
   * still ours.
   */
  static Lease lease(Body.Server server, LeaseId id) {
    if (!id.value().equals(server.machineId())) {
      throw new Nonsense("machine_id is not the one asked for");
    }
    var name = server.hostname() == null ? "" : server.hostname().replaceAll("[^A-Za-z0-9]", "");
    var ours = name.isEmpty() ? "renamed" : name.substring(0, Math.min(name.length(), 19));
    return lease(server, new Hostname(ours));
  }

  static Lease lease(Body.Server server, Hostname hostname) {
    var id = leaseId(server.machineId());
    var plan = required("flavor_slug", server.flavorSlug());
    var region = required("region", server.region());
    var expiry = time("expiration", server.expiration());
    var state = state(server);
    return sensible(
        "server", () -> new Lease(id, hostname, plan, region, address(server), expiry, state));
  }

  private static Optional<String> address(Body.Server server) {
    return Optional.ofNullable(server.ipv4())
        .filter(ipv4 -> !ipv4.isEmpty() && !ipv4.equals("0.0.0.0"));
  }

  /** A server with an IPv6 address is built; {@code ::0} stands for none. */
  private static boolean isBuiltWithoutIpv4(Body.Server server) {
    return "0.0.0.0".equals(server.ipv4())
        && server.ipv6() != null
        && !server.ipv6().matches("[:0]*");
  }

  private static Lease.State state(Body.Server server) {
    if (timeOrNever("deleted_at", server.deletedAt()).isPresent()) {
      return Lease.State.DELETED;
    }
    if (address(server).isEmpty() && !isBuiltWithoutIpv4(server)) {
      return Lease.State.BUILDING;
    }
    if (required("running", server.running())) {
      return Lease.State.RUNNING;
    }
    return server.suspendedAt() == null ? Lease.State.STOPPED : Lease.State.SUSPENDED;
  }

  static Message message(Body.Note note) {
    return new Message(
        Fields.time("sent_at", note.sentAt()),
        "User".equals(note.sender()) ? Message.Sender.US : Message.Sender.PROVIDER,
        required("message", note.message()));
  }

  private static Instant time(String field, @Nullable BigDecimal seconds) {
    return timeOrNever(field, required(field, seconds))
        .orElseThrow(() -> new Nonsense(field + " is 0"));
  }

  /** Unix seconds, where 0 and nothing mean that it has not happened. */
  private static Optional<Instant> timeOrNever(String field, @Nullable BigDecimal seconds) {
    if (seconds == null || seconds.signum() == 0) {
      return Optional.empty();
    }
    long exact = sensible(field, seconds::longValueExact);
    if (exact < 0 || exact > LAST_SECOND) {
      throw new Nonsense(field + " is not a time in Unix seconds");
    }
    return Optional.of(Instant.ofEpochSecond(exact));
  }
}
