package org.bulbil.hosting.sporestack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.lease.Region;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.InvoiceId;
import org.bulbil.hosting.Message;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.ServerOrder;

/**
 * A loopback server with the paths and the JSON shapes that SporeStack's official client is tested
 * with; behind it a provider in memory does the thinking. Text is put together by hand, so that the
 * client's own messages can't hide a mistake.
 */
final class RecordedSporeStack implements AutoCloseable {

  private record Route(String method, Pattern path, Function<Call, Outcome<String>> answer) {}

  /** One request: what the route's pattern caught, the query, the body. */
  private record Call(Matcher path, String query, String body) {

    CreditToken token() {
      return new CreditToken(path.group(1));
    }

    LeaseId lease() {
      return new LeaseId(path.group(2));
    }

    String parameter(String name) {
      return caught(Pattern.compile("(?:^|&)" + name + "=([^&]*)"), query);
    }

    String field(String name) {
      return caught(Pattern.compile("\"" + name + "\": ?\"?((?:[^\"\\\\,}]|\\\\.)*)"), body);
    }

    int number(String name) {
      return Integer.parseInt(field(name));
    }

    private static String caught(Pattern pattern, String text) {
      var matcher = pattern.matcher(text);
      return matcher.find() ? matcher.group(1) : "";
    }
  }

  private final Provider provider;
  private final HttpServer server;
  private final List<Route> routes = new ArrayList<>();

  /** The last request's body. */
  volatile String lastBody = "";

  RecordedSporeStack(Provider provider) throws IOException {
    this.provider = provider;
    route("GET", "/token", _ -> provider.mint().map(token -> token.value() + "\n"));
    route(
        "GET",
        "/slugs/flavors",
        _ -> provider.catalogue().map(all -> list(all.plans(), RecordedSporeStack::flavor)));
    route(
        "GET",
        "/slugs/regions",
        _ -> provider.catalogue().map(all -> list(all.regions(), RecordedSporeStack::region)));
    route("GET", "/server/quote", this::quote);
    route("POST", "/token/(\\w+)/add", this::add);
    route(
        "GET",
        "/token/(\\w+)/balance",
        call -> provider.credit(call.token()).map(RecordedSporeStack::amount));
    route(
        "GET",
        "/token/(\\w+)/invoices",
        call -> provider.invoices(call.token()).map(all -> list(all, RecordedSporeStack::invoice)));
    route(
        "GET",
        "/token/(\\w+)/invoices/(\\w+)",
        call ->
            provider
                .invoice(call.token(), new InvoiceId(call.path().group(2)))
                .map(RecordedSporeStack::invoice));
    route(
        "GET",
        "/token/(\\w+)/messages",
        call -> provider.messages(call.token()).map(all -> list(all, RecordedSporeStack::message)));
    route("POST", "/token/(\\w+)/servers", this::launch);
    route(
        "GET",
        "/token/(\\w+)/servers",
        call ->
            provider
                .leases(call.token(), new Hostname(call.parameter("hostname")))
                .map(all -> "{\"servers\": " + list(all, RecordedSporeStack::server) + "}"));
    route(
        "GET",
        "/token/(\\w+)/servers/(\\w+)",
        call -> provider.lease(call.token(), call.lease()).map(RecordedSporeStack::server));
    route(
        "POST",
        "/token/(\\w+)/servers/(\\w+)/topup",
        call -> provider.topUp(call.token(), call.lease(), call.number("days")).map(_ -> "null"));
    route(
        "POST",
        "/token/(\\w+)/servers/(\\w+)/start",
        call -> provider.start(call.token(), call.lease()).map(_ -> ""));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void route(String method, String path, Function<Call, Outcome<String>> answer) {
    routes.add(new Route(method, Pattern.compile(path), answer));
  }

  private void handle(HttpExchange exchange) throws IOException {
    lastBody = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var query = exchange.getRequestURI().getQuery();
    var answer = answer(exchange, query == null ? "" : query);
    switch (answer) {
      case Outcome.Done<String>(String body) -> send(exchange, 200, body);
      case Outcome.Refused<String>(String why, int code) -> send(exchange, code, detail(why, code));
      case Outcome.Unknown<String> _ -> send(exchange, 502, "<html>Bad Gateway</html>");
    }
  }

  private Outcome<String> answer(HttpExchange exchange, String query) {
    for (var route : routes) {
      var path = route.path().matcher(exchange.getRequestURI().getPath());
      if (route.method().equals(exchange.getRequestMethod()) && path.matches()) {
        return route.answer().apply(new Call(path, query, lastBody));
      }
    }
    return Outcome.refused("Not Found", 404);
  }

  private static String detail(String why, int code) {
    return code == 422
        ? "{\"detail\": [{\"type\": \"value_error\", \"loc\": [\"body\", \"x\"], \"msg\": \"%s\"}]}"
            .formatted(why)
        : "{\"detail\": \"%s\"}".formatted(why);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Outcome<String> quote(Call call) {
    return provider
        .quote(call.parameter("flavor"), Integer.parseInt(call.parameter("days")))
        .map(RecordedSporeStack::amount);
  }

  private Outcome<String> add(Call call) {
    return call.field("currency").equals("btc")
        ? provider
            .invoice(call.token(), Cents.dollars(call.number("dollars")))
            .map(invoice -> "{\"invoice\": " + invoice(invoice) + "}")
        : Outcome.refused("currency must be btc here", 422);
  }

  private Outcome<String> launch(Call call) {
    if (!call.field("ssh_key").startsWith("ssh-ed25519 ")
        || call.field("autorenew").equals("true")) {
      return Outcome.refused("a key, and no autorenew", 422);
    }
    var order =
        new ServerOrder(
            new Hostname(call.field("hostname")),
            call.field("flavor"),
            call.field("region"),
            call.number("days"),
            call.field("user_data"));
    return provider
        .launch(call.token(), order)
        .map(id -> "{\"machine_id\": \"%s\"}".formatted(id.value()));
  }

  private static <T> String list(List<T> all, Function<T, String> form) {
    return all.stream().map(form).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String amount(Cents cents) {
    return "{\"cents\": %d, \"usd\": \"%s\"}".formatted(cents.value(), cents);
  }

  private static String flavor(Plan plan) {
    return """
        {"slug": "%s", "cores": %d, "memory": %d, "disk": %d, "price": %d, "ipv4": "%s",
         "ipv6": "/128", "bandwidth_per_month": %s, "provider": "vultr", "features": [],
         "architecture": "x86_64", "type": "vps"}
        """
        .formatted(
            plan.slug(),
            plan.cores(),
            plan.memoryMb(),
            plan.diskGb(),
            plan.rent().value(),
            plan.ipv4() ? "/32" : "",
            String.format(Locale.ROOT, "%.1f", plan.trafficTb()));
  }

  private static String region(Region region) {
    return "{\"name\": \"%s\", \"slug\": \"%s\", \"provider\": \"vultr\"}"
        .formatted(region.name(), region.slug());
  }

  private static String invoice(Invoice invoice) {
    return """
        {"id": "%s", "payment_uri": "%s", "cryptocurrency": "btc", "amount": %d,
         "fiat_per_coin": "100000.00", "created": %d, "expires": %d, "paid": %d, "txid": %s,
         "expired": %b}
        """
        .formatted(
            invoice.id(),
            invoice.request().uri(),
            invoice.credits().value(),
            invoice.created().getEpochSecond(),
            invoice.expires().getEpochSecond(),
            invoice.paid().map(Instant::getEpochSecond).orElse(0L),
            invoice.txid().map(txid -> "\"" + txid + "\"").orElse("null"),
            invoice.expired());
  }

  private static String server(Lease lease) {
    boolean deleted = lease.state() == Lease.State.DELETED;
    return """
        {"machine_id": "%s", "hostname": "%s", "provider": "vultr", "flavor_slug": "%s",
         "flavor": {"slug": "%s", "price": 38}, "region": "%s", "running": %b, "created_at": 1,
         "expiration": %d, "autorenew": false, "ipv4": "%s", "ipv6": "", "deleted": %b,
         "deleted_at": %d, "deleted_by": %s, "forgotten_at": null, "suspended_at": %s,
         "operating_system": "debian-12"}
        """
        .formatted(
            lease.id().value(),
            lease.hostname(),
            lease.plan(),
            lease.plan(),
            lease.region(),
            lease.state() == Lease.State.RUNNING,
            lease.expiry().getEpochSecond(),
            lease.address().orElse("0.0.0.0"),
            deleted,
            deleted ? lease.expiry().getEpochSecond() : 0,
            deleted ? "\"expiration\"" : "null",
            lease.state() == Lease.State.SUSPENDED ? "\"2026-01-01T00:00:00Z\"" : "null");
  }

  private static String message(Message message) {
    return "{\"message\": \"%s\", \"sent_at\": \"%s\", \"sender\": \"SporeStack\"}"
        .formatted(message.text(), message.sentAt());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
