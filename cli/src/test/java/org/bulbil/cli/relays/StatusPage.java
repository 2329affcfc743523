package org.bulbil.cli.relays;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A relay's page that says whatever a test wants. */
final class StatusPage implements AutoCloseable {

  private static final String STATUS =
      """
      {"hostname":"bulbil7","as_of":"2026-11-23T06:00:00Z",
       "relay":{"fingerprint":"F8E9F7D30ED7F541FD248945FAA2B593AD5E584D","running":true,
         "announced":true,"words":"Running in the consensus","version":"0.4.9.11",
         "uptime_seconds":7200,"bytes_read":5000000,"bytes_written":6000000,
         "or_address":"127.80.0.5:9001"},
       "lease":{"provider":"sporestack","region":"ewr","plan":"vc2-1c-1gb","rent_cents":38,
         "end":"2026-12-03T06:00:00Z","days":10.0,"credit_known":true,"credit_cents":380,
         "runway_days":30.0},
       "money":{"address":"bcrt1qexample","known":true,"spendable_sat":12000,"arriving_sat":0,
         "gifts":3,"copied":false,"words":""},
       "reserve":{"words":"60 days are kept","children":"no child now: it is too young"},
       "will":{"name":"Charity","words":"Charity would get it."},
       "stop":{"possible":true,"leaving":false,"words":"Its launcher can order it to stop."},
       "account":{"received_sat":20000,"rent_sat":7000,"endowment_sat":0,"start_gift_sat":0,
         "will_sat":0,"fees_sat":1000,"held_sat":12000,"foreign_sat":0,"difference_sat":0,
         "tip_height":120},
       "decision":{"what":"Rest","why":"rent is paid for 20.0 days"},
       "news":"of a later version",
       "events":[{"at":"2026-11-23T05:00:00Z","kind":"LEASE","words":"renewed for 7 days"}]}
      """;

  static final String DECISIONS =
      """
      {"hostname":"bulbil7","entries":[
        {"at":"2026-11-23T05:00:00Z","kind":"LEASE","words":"renewed for 7 days"},
        {"at":"2026-11-23T05:00:00Z","kind":"DECISION","words":"TopUp: the lease ends in 4.9 days"},
        {"at":"2001-01-01T00:00:00Z","kind":"START","words":"long ago"}]}
      """;

  private final HttpServer server;

  StatusPage() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 8);
    serve("/status.json", STATUS);
    serve("/decisions.json", DECISIONS);
    server.start();
  }

  static String status() {
    return STATUS;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on it says this. */
  void say(String status) {
    server.removeContext("/status.json");
    serve("/status.json", status);
  }

  private void serve(String path, String text) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            var body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
