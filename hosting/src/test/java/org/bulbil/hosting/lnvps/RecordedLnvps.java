package org.bulbil.hosting.lnvps;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/**
 * A loopback server with LNVPS's paths, rules and JSON shapes, written by hand from its documents
 * and its server's source: signatures are checked, unpaid orders lapse, deposits are never refused
 * and become days pro rata at the rate of the moment when they are first seen.
 */
final class RecordedLnvps implements AutoCloseable {

  /** €5.00 for 30 days of the only template, at 100,000 dollars and 80,000 euros a bitcoin. */
  private static final long MILLISATS_A_MONTH = 6_250_000;

  private static final long MONTH_SECONDS = 2_592_000;

  private static final class Machine {
    final int id;
    final String owner;
    final int key;
    final int template;
    final Instant created;
    Optional<Instant> expires = Optional.empty();
    boolean on;

    Machine(int id, String owner, int key, int template, Instant created) {
      this.id = id;
      this.owner = owner;
      this.key = key;
      this.template = template;
      this.created = created;
    }
  }

  private static final class Payment {
    final String id;
    final Machine machine;
    final Instant created;
    final String address;
    long millisats = MILLISATS_A_MONTH;
    long seconds = MONTH_SECONDS;
    String outpoint = "";
    Optional<Instant> paid = Optional.empty();

    Payment(String id, Machine machine, Instant created, String address) {
      this.id = id;
      this.machine = machine;
      this.created = created;
      this.address = address;
    }
  }

  private record Key(int id, String owner, String name, String data) {}

  private record Call(String who, Matcher path, String query, String body) {
    int number() {
      return Integer.parseInt(path.group(1));
    }

    int number(String field) {
      var found = Pattern.compile("\"" + field + "\": ?([0-9]+)").matcher(body);
      return found.find() ? Integer.parseInt(found.group(1)) : -1;
    }

    String text(String field) {
      var found = Pattern.compile("\"" + field + "\": ?\"([^\"]*)\"").matcher(body);
      return found.find() ? found.group(1) : "";
    }
  }

  private record Route(
      String method,
      Pattern path,
      boolean signed,
      BiFunction<RecordedLnvps, Call, Outcome<String>> answer) {}

  private static final List<Route> ROUTES =
      List.of(
          route("GET", "/api/v1/vm/templates", false, (it, _) -> it.templates()),
          route("GET", "/api/v1/image", false, (_, _) -> Outcome.done(images())),
          route("GET", "/api/v1/exchange-rate", false, (_, _) -> Outcome.done(rates())),
          route("GET", "/api/v1/ssh-key", true, RecordedLnvps::keys),
          route("POST", "/api/v1/ssh-key", true, RecordedLnvps::addKey),
          route("GET", "/api/v1/vm", true, RecordedLnvps::machines),
          route("POST", "/api/v1/vm", true, RecordedLnvps::order),
          route("GET", "/api/v1/vm/([0-9]+)", true, (it, c) -> it.own(c).map(it::machine)),
          route("GET", "/api/v1/vm/([0-9]+)/renew", true, RecordedLnvps::renew),
          route("GET", "/api/v1/vm/([0-9]+)/payments", true, RecordedLnvps::payments),
          route("PATCH", "/api/v1/vm/([0-9]+)/start", true, RecordedLnvps::start),
          route("GET", "/api/v1/payment/([0-9a-f]+)", true, RecordedLnvps::payment));

  private static Route route(
      String method,
      String path,
      boolean signed,
      BiFunction<RecordedLnvps, Call, Outcome<String>> answer) {
    return new Route(method, Pattern.compile(path), signed, answer);
  }

  private final Time time;
  private final HttpServer server;
  private final NostrGate gate;
  private final List<Key> keys = new ArrayList<>();
  private final List<Machine> machines = new ArrayList<>();
  private final List<Payment> payments = new ArrayList<>();
  private int last = 100;

  /** Whether orders need a verified mailbox, and this account has none. */
  boolean mailMissing;

  /** Machines that say their SSH host keys. */
  Map<String, String> hostKeys = Map.of();

  RecordedLnvps(Time time) {
    this.time = time;
    this.gate = new NostrGate(time);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    machines.removeIf(this::hasLapsed);
    switch (answer(exchange, body)) {
      case Outcome.Done<String>(String data) -> send(exchange, 200, data);
      case Outcome.Refused<String>(String why, int code) ->
          send(exchange, code, "{\"error\": \"" + why + "\"}");
      case Outcome.Unknown<String> _ -> send(exchange, 500, "oops");
    }
  }

  private Outcome<String> answer(HttpExchange exchange, String body) {
    var uri = exchange.getRequestURI();
    for (var route : ROUTES) {
      var path = route.path().matcher(uri.getPath());
      if (route.method().equals(exchange.getRequestMethod()) && path.matches()) {
        var query = uri.getQuery() == null ? "" : uri.getQuery();
        var header = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
        var who =
            route.signed()
                ? gate.who(header.orElse(""), route.method(), base() + uri.toString(), body)
                : Outcome.done("");
        return who.flatMap(it -> route.answer().apply(this, new Call(it, path, query, body)));
      }
    }
    return Outcome.refused("Not found", 404);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Unpaid for an hour, with no quote that is still good and no deposit that was seen. */
  private boolean hasLapsed(Machine machine) {
    return machine.expires.isEmpty()
        && time.now().isAfter(machine.created.plus(Duration.ofHours(1)))
        && payments.stream().noneMatch(it -> it.machine == machine && isAlive(it));
  }

  private boolean isAlive(Payment payment) {
    return !payment.outpoint.isEmpty() || time.now().isBefore(expiry(payment));
  }

  private static Instant expiry(Payment payment) {
    return payment.created.plus(Duration.ofHours(1));
  }

  // What a test does on chain.

  /** A deposit that is in the mempool: the quote is thrown away, days are priced by what came. */
  synchronized void detect(String address, long sats, String txid) {
    var payment = newest(address);
    if (payment.paid.isEmpty()) {
      payment.millisats = sats * 1000;
      payment.seconds = seconds(sats);
      payment.outpoint = txid + ":0";
    }
  }

  /** A deposit that is in a block; to an address that was paid before, it is a further renewal. */
  synchronized void confirm(String address, long sats, String txid) {
    var payment = newest(address);
    if (payment.paid.isPresent()) {
      payment = new Payment(fresh(), payment.machine, time.now(), address);
      payments.add(payment);
    }
    payment.millisats = sats * 1000;
    payment.seconds = seconds(sats);
    payment.outpoint = txid + ":0";
    payment.paid = Optional.of(time.now());
    var machine = payment.machine;
    var from = machine.expires.filter(time.now()::isBefore).orElse(time.now());
    machine.expires = Optional.of(from.plusSeconds(payment.seconds));
    machine.on = true;
  }

  private static long seconds(long sats) {
    return BigDecimal.valueOf(sats * 1000)
        .multiply(BigDecimal.valueOf(MONTH_SECONDS))
        .divide(BigDecimal.valueOf(MILLISATS_A_MONTH), 0, RoundingMode.DOWN)
        .longValueExact();
  }

  private Payment newest(String address) {
    return payments.reversed().stream()
        .filter(it -> it.address.equals(address))
        .findFirst()
        .orElseThrow();
  }

  private String fresh() {
    return HexFormat.of().formatHex(NostrGate.sha256("payment" + last++));
  }

  // What the API answers.

  private static String images() {
    return """
        {"data": [
          {"id": 1, "distribution": "ubuntu", "flavour": "server", "version": "24.04",
           "release_date": "2024-04-25T00:00:00Z", "cpu_arch": "x86_64",
           "default_username": "ubuntu", "popularity": 0.42},
          {"id": 2, "distribution": "debian", "flavour": "standard", "version": "12",
           "release_date": "2023-06-10T00:00:00Z", "default_username": "debian"}]}
        """;
  }

  private static String rates() {
    return """
        {"data": {"updated": "2026-01-01T00:00:00Z", "base": "BTC",
                  "rates": {"EUR": 80000.0, "USD": 100000.0, "JPY": 15000000}}}
        """;
  }

  private Outcome<String> templates() {
    var all =
        List.of(
            template(1, "VPS Small", 1, "EU-West", "null"),
            template(2, "VPS Small", 1, "Québec", "null"),
            template(3, "VPS Old", 1, "EU-West", "\"2024-01-01T00:00:00Z\""),
            template(4, "VPS IPv6", 0, "EU-West", "null"));
    return Outcome.done(
        "{\"data\": {\"templates\": [" + String.join(",", all) + "], \"custom_template\": []}}");
  }

  private static String template(int id, String name, int ip4, String region, String expires) {
    return """
        {"id": %d, "name": "%s", "created": "2024-01-01T00:00:00Z", "expires": %s, "cpu": 1,
         "memory": 1073741824, "disk_size": 21474836480, "disk_type": "ssd",
         "disk_interface": "scsi", "ip4_count": %d, "ip6_count": 1,
         "cost_plan": {"id": 1, "name": "Monthly", "amount": 500, "currency": "EUR",
                       "interval_amount": 1, "interval_type": "month"},
         "region": {"id": %d, "name": "%s", "company_id": 1}}
        """
        .formatted(id, name, expires, ip4, id, region);
  }

  private Outcome<String> keys(Call call) {
    return Outcome.done(
        keys.stream()
            .filter(key -> key.owner().equals(call.who()))
            .map(RecordedLnvps::key)
            .collect(Collectors.joining(",", "{\"data\": [", "]}")));
  }

  private static String key(Key key) {
    return "{\"id\": %d, \"name\": \"%s\", \"created\": \"2024-01-01T00:00:00Z\"}"
        .formatted(key.id(), key.name());
  }

  private Outcome<String> addKey(Call call) {
    var key = new Key(++last, call.who(), call.text("name"), call.text("key_data"));
    keys.add(key);
    return Outcome.done("{\"data\": " + key(key) + "}");
  }

  private Outcome<String> order(Call call) {
    if (mailMissing) {
      return Outcome.refused("Email verification is required before creating a VM", 403);
    }
    var key = call.number("ssh_key_id");
    if (keys.stream().noneMatch(it -> it.id() == key && it.owner().equals(call.who()))) {
      return Outcome.refused("SSH key not found", 404);
    }
    if (call.number("template_id") > 2 || call.number("image_id") > 2) {
      return Outcome.refused("Template not found", 404);
    }
    var machine = new Machine(++last, call.who(), key, call.number("template_id"), time.now());
    machines.add(machine);
    return Outcome.done(machine(machine));
  }

  private Outcome<Machine> own(Call call) {
    return machines.stream()
        .filter(it -> it.id == call.number() && it.owner.equals(call.who()))
        .findFirst()
        .map(Outcome::done)
        .orElse(Outcome.refused("VM not found", 404));
  }

  private Outcome<String> machines(Call call) {
    var own = machines.stream().filter(it -> it.owner.equals(call.who())).toList();
    var list = own.stream().map(this::bare).collect(Collectors.joining(","));
    return Outcome.done(
        "{\"data\": [%s], \"total\": %d, \"limit\": 100, \"offset\": 0}"
            .formatted(list, own.size()));
  }

  private String machine(Machine machine) {
    return "{\"data\": " + bare(machine) + "}";
  }

  private String bare(Machine machine) {
    var key = keys.stream().filter(it -> it.id() == machine.key).findFirst().orElseThrow();
    var expires = machine.expires.map(it -> "\"expires\": \"" + it + "\",").orElse("");
    var paid = machine.expires.isPresent();
    var state = paid ? (machine.on ? "running" : "stopped") : "unknown";
    var template =
        machine.template == 1
            ? template(1, "VPS Small", 1, "EU-West", "null")
            : template(2, "VPS Small", 1, "Québec", "null");
    return """
        {"id": %d, "created": "%s", %s "mac_address": "BC:24:11:00:00:7B",
         "image": {"id": 2, "distribution": "debian", "version": "12",
                   "default_username": "debian"},
         "template": %s,
         "ssh_key": {"id": %d, "name": "%s"},
         "ip_assignments": %s,
         "status": {"state": "%s", "cpu_usage": 0.5, "uptime": 3600, "net_in": 1048576},
         "auto_renewal_enabled": false, "subscription_id": null, "max_prepay_days": 365,
         "cpu_arch": "x86_64", "host_ssh_keys": %s}
        """
        .formatted(
            machine.id,
            machine.created,
            expires,
            template,
            key.id(),
            key.name(),
            paid
                ? "[{\"id\": 1, \"ip\": \"2001:db8::5/64\", \"gateway\": \"fe80::1\"}, {\"id\": 2,"
                    + " \"ip\": \"127.0.0.1/24\", \"gateway\": \"127.0.0.254\"}]"
                : "[]",
            state,
            hostKeys());
  }

  private String hostKeys() {
    return hostKeys.entrySet().stream()
        .map(
            key ->
                "{\"key_type\": \"%s\", \"public_key\": \"%s\", \"fingerprint_sha256\": \"SHA256:x\"}"
                    .formatted(key.getKey(), key.getValue()))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** The same quote again while it is good and nothing was paid for it. */
  private Outcome<String> renew(Call call) {
    if (!call.query().contains("method=onchain") || !call.query().contains("intervals=1")) {
      return Outcome.refused("Only on-chain here, one interval", 400);
    }
    return own(call).map(this::quoted).map(it -> "{\"data\": " + payment(it) + "}");
  }

  private Payment quoted(Machine machine) {
    return payments.stream()
        .filter(it -> it.machine == machine && it.paid.isEmpty())
        .filter(it -> time.now().isBefore(expiry(it)))
        .findFirst()
        .orElseGet(
            () -> {
              var address = "bcrt1qlnvps" + "q".repeat(20) + ++last;
              var payment = new Payment(fresh(), machine, time.now(), address);
              payments.add(payment);
              return payment;
            });
  }

  private Outcome<String> payments(Call call) {
    return own(call)
        .map(
            machine ->
                payments.stream()
                    .filter(it -> it.machine == machine)
                    .map(RecordedLnvps::payment)
                    .collect(Collectors.joining(",", "{\"data\": [", "], \"total\": 1}")));
  }

  private Outcome<String> payment(Call call) {
    return payments.stream()
        .filter(it -> it.id.equals(call.path().group(1)))
        .filter(it -> it.machine.owner.equals(call.who()))
        .findFirst()
        .map(it -> Outcome.done("{\"data\": " + payment(it) + "}"))
        .orElse(Outcome.refused("Payment not found", 404));
  }

  private static String payment(Payment payment) {
    return """
        {"id": "%s", "vm_id": %d, "created": "%s", "expires": "%s", "amount": %d, "tax": 0,
         "processing_fee": 0, "currency": "BTC", "is_paid": %b, %s
         "data": {"onchain": {"address": "%s"%s}}, "time": %d, "is_upgrade": false,
         "is_refund": false, "upgrade_params": null}
        """
        .formatted(
            payment.id,
            payment.machine.id,
            payment.created,
            expiry(payment),
            payment.millisats,
            payment.paid.isPresent(),
            payment.paid.map(it -> "\"paid_at\": \"" + it + "\",").orElse(""),
            payment.address,
            payment.outpoint.isEmpty() ? "" : ", \"outpoint\": \"" + payment.outpoint + "\"",
            payment.seconds);
  }

  private Outcome<String> start(Call call) {
    return own(call)
        .map(
            machine -> {
              machine.on = true;
              return "{\"data\": null}";
            });
  }

  /** Powers a machine off. */
  synchronized void stop(int id) {
    machines.stream().filter(it -> it.id == id).forEach(it -> it.on = false);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
