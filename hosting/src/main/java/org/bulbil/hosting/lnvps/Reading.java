package org.bulbil.hosting.lnvps;

import static org.bulbil.hosting.json.Fields.required;
import static org.bulbil.hosting.json.Fields.sensible;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.lease.Region;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.PaymentRequest;
import org.bulbil.hosting.json.Fields;
import org.bulbil.hosting.json.Nonsense;
import org.jspecify.annotations.Nullable;

/** LNVPS's words in ours; {@link Nonsense} where they can't be true. */
final class Reading {

  /** An order that nobody pays is forgotten after this. */
  private static final Duration UNPAID_LIFE = Duration.ofHours(1);

  private static final int MEBIBYTE = 20;
  private static final int GIBIBYTE = 30;
  private static final BigDecimal MILLISATS = BigDecimal.valueOf(1000);
  private static final Pattern NO_SLUG = Pattern.compile("[^a-z0-9.]+");
  private static final Pattern IPV4 = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(/[0-9]+)?");

  private Reading() {}

  /** A name as a slug: {@code VPS Small} is {@code vps-small}. */
  static String slug(String field, @Nullable String name) {
    var lower = required(field, name).toLowerCase(Locale.ROOT);
    var slug = NO_SLUG.matcher(lower).replaceAll("-").replaceAll("^[-.]+|[-.]+$", "");
    if (slug.isEmpty() || slug.length() > 64) {
      throw new Nonsense(field + " cannot be a name of 1 to 64 letters");
    }
    return slug;
  }

  static String plan(Body.Template template) {
    return slug("template.name", template.name());
  }

  static String place(Body.Template template) {
    return slug("region.name", required("region", template.region()).name());
  }

  static Plan plan(Body.Template template, Exchange exchange, int vatPercent) {
    var slug = plan(template);
    var rent = exchange.rent(template.costPlan(), vatPercent);
    return sensible(
        "template",
        () ->
            new Plan(
                slug,
                rent,
                required("cpu", template.cpu()),
                shifted("memory", template.memory(), MEBIBYTE),
                shifted("disk_size", template.diskSize(), GIBIBYTE),
                0, // Unmetered.
                template.ip4Count() == null || template.ip4Count() > 0));
  }

  private static int shifted(String field, @Nullable BigDecimal bytes, int bits) {
    return Math.toIntExact(required(field, bytes).longValueExact() >> bits);
  }

  static Region region(Body.Template template) {
    var name = required("region.name", required("region", template.region()).name());
    return sensible("region", () -> new Region(place(template), name));
  }

  static long number(String field, @Nullable BigDecimal id) {
    long number = sensible(field, required(field, id)::longValueExact);
    if (number < 1) {
      throw new Nonsense(field + " is not above zero");
    }
    return number;
  }

  static LeaseId leaseId(Body.@Nullable Machine machine) {
    return new LeaseId(Long.toString(number("id", required("data", machine).id())));
  }

  /** The machine asked for. */
  static Lease lease(Body.@Nullable Machine machine, LeaseId id) {
    if (!leaseId(machine).equals(id)) {
      throw new Nonsense("id is not the one asked for");
    }
    return lease(required("data", machine));
  }

  /** One that has not been paid for ends an hour after its order. */
  static Lease lease(Body.Machine machine) {
    var template = required("template", machine.template());
    var expiry = expiry(machine);
    return sensible(
        "vm",
        () ->
            new Lease(
                leaseId(machine),
                hostname(machine),
                plan(template),
                place(template),
                address(machine),
                expiry,
                state(machine)));
  }

  private static Instant expiry(Body.Machine machine) {
    return machine.expires() == null
        ? Fields.time("created", machine.created()).plus(UNPAID_LIFE)
        : Fields.time("expires", machine.expires());
  }

  /** Machines have no names of ours, but the SSH keys that they were ordered with have. */
  static Hostname hostname(Body.Machine machine) {
    var name = machine.sshKey() == null ? null : machine.sshKey().name();
    var letters = name == null ? "" : name.replaceAll("[^A-Za-z0-9]", "");
    var ours = letters.isEmpty() ? "vm" + number("id", machine.id()) : letters;
    return new Hostname(ours.substring(0, Math.min(ours.length(), 19)));
  }

  static Optional<String> address(Body.Machine machine) {
    var all =
        machine.ipAssignments() == null ? List.<Body.Assignment>of() : machine.ipAssignments();
    return all.stream()
        .flatMap(one -> Optional.ofNullable(one).map(Body.Assignment::ip).stream())
        .map(IPV4::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .findFirst();
  }

  /** Who may become root on it, as its image says. */
  static Optional<String> user(Body.Machine machine) {
    return Optional.ofNullable(machine.image())
        .map(Body.Image::defaultUsername)
        .filter(name -> name.matches("[a-z_][a-z0-9_-]{0,31}"));
  }

  /** What {@code reading} makes of an answer; unknown where that makes no sense. */
  static <T> Outcome<T> safely(Supplier<T> reading) {
    try {
      return Outcome.done(reading.get());
    } catch (Nonsense e) {
      return Outcome.unknown("the provider's answer makes no sense: " + e.getMessage());
    }
  }

  private static Lease.State state(Body.Machine machine) {
    if (machine.expires() == null || address(machine).isEmpty()) {
      return Lease.State.BUILDING;
    }
    return switch (required("status.state", required("status", machine.status()).state())) {
      case "running" -> Lease.State.RUNNING;
      case "stopped" -> Lease.State.STOPPED;
      default -> Lease.State.BUILDING; // creating, unknown
    };
  }

  /** Satoshis of the quote, taxes and fees included. */
  static Sats quoted(Body.Payment payment) {
    if (!"BTC".equals(payment.currency())) {
      throw new Nonsense("currency is not BTC");
    }
    var all =
        required("amount", payment.amount())
            .add(payment.tax() == null ? BigDecimal.ZERO : payment.tax())
            .add(payment.processingFee() == null ? BigDecimal.ZERO : payment.processingFee());
    return sensible(
        "amount", () -> new Sats(all.divide(MILLISATS, 0, RoundingMode.CEILING).longValueExact()));
  }

  static String paymentId(Body.Payment payment) {
    var id = required("id", payment.id());
    if (!id.matches("[0-9A-Za-z]{1,80}")) {
      throw new Nonsense("id is malformed");
    }
    return id;
  }

  static boolean isOnChain(Body.Payment payment) {
    return payment.data() != null && payment.data().onchain() != null;
  }

  static Invoice invoice(Body.@Nullable Payment payment, BillId bill) {
    var present = required("data", payment);
    if (!paymentId(present).equals(bill.payment())) {
      throw new Nonsense("id is not the one asked for");
    }
    var deposit = required("data.onchain", required("data", present.data()).onchain());
    var address = required("data.onchain.address", deposit.address());
    return sensible(
        "payment",
        () ->
            new Invoice(
                bill.id(),
                new PaymentRequest(address, bill.sats()),
                bill.credits(),
                Fields.time("created", present.created()),
                Fields.time("expires", present.expires()),
                paid(present),
                Optional.ofNullable(deposit.outpoint()).map(outpoint -> outpoint.split(":", 2)[0]),
                false));
  }

  private static Optional<Instant> paid(Body.Payment payment) {
    return required("is_paid", payment.isPaid())
        ? Optional.of(
            Fields.time("paid_at", payment.paidAt() == null ? payment.created() : payment.paidAt()))
        : Optional.empty();
  }
}
