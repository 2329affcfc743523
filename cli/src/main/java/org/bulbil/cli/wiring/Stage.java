package org.bulbil.cli.wiring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an agent meets in a rehearsal: a provider with one server, the agent's own, which ends in a
 * hundred years, and no chain. Listens on loopback.
 */
final class Stage implements AutoCloseable {

  static final String PLAN = "small";

  private static final String SERVER =
      """
      {"machine_id": "ss_m_here", "hostname": "bulbil0", "flavor_slug": "small", "region": "here",
       "ipv4": "127.0.0.1", "running": true, "expiration": 4000000000, "deleted_at": 0}
      """;

  private static final String FLAVOR =
      """
      {"slug": "small", "cores": 1, "memory": 1024, "disk": 25, "price": 38, "ipv4": "/32",
       "bandwidth_per_month": 1.0, "provider": "vultr"}
      """;

  /** By the end of the path, the longer ends first. */
  private static final Map<String, String> ANSWERS = new LinkedHashMap<>();

  static {
    ANSWERS.put("/slugs/flavors", "[" + FLAVOR + "]");
    ANSWERS.put(
        "/slugs/regions", "[{\"slug\": \"here\", \"name\": \"Here\", \"provider\": \"vultr\"}]");
    ANSWERS.put("/servers/ss_m_here", SERVER);
    ANSWERS.put("/servers", "{\"servers\": [" + SERVER + "]}");
    ANSWERS.put("/balance", "{\"cents\": 3800, \"usd\": \"$38.00\"}");
    ANSWERS.put("/invoices", "[]");
    ANSWERS.put("/messages", "[]");
    ANSWERS.put("/fee-estimates", "{\"1\": 2.0, \"6\": 1.0}");
  }

  private final HttpServer server;

  private Stage(HttpServer server) {
    this.server = server;
  }

  static Stage open() throws IOException {
    var anyPort = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    var opened = new Stage(HttpServer.create(anyPort, 0));
    opened.server.createContext("/", Stage::answer);
    opened.server.start();
    return opened;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var found = ANSWERS.entrySet().stream().filter(it -> path.endsWith(it.getKey())).findFirst();
      var body = found.map(Map.Entry::getValue).orElse("").getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(found.isPresent() ? 200 : 503, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
