package org.bulbil.sandbox.witness;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.net.InetAddress;
import java.net.URI;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.wire.Endpoint;
import org.bulbil.wire.Http;
import org.bulbil.wire.JsonAnswer;
import org.bulbil.wire.Reply;

/** Reads the status pages of relays, as any visitor can. */
public final class StatusPages {

  private static final JsonType<SelfReport> REPORT = Jsonb.instance().type(SelfReport.class);

  private final Http http;
  private final int port;

  /**
   * @param port where every relay has its page
   */
  public StatusPages(Http http, int port) {
    this.http = http;
    this.port = port;
  }

  /** The page of one relay for people. */
  public URI page(InetAddress server) {
    return Endpoint.http(server, port).resolve("/");
  }

  /** What the relay on {@code server} says of itself. */
  public Outcome<SelfReport> read(InetAddress server) {
    return http.get(page(server).resolve("/status.json")).flatMap(StatusPages::parse);
  }

  private static Outcome<SelfReport> parse(Reply reply) {
    if (!reply.isSuccess()) {
      return Outcome.refused("the status page is not to be had", reply.status());
    }
    return JsonAnswer.read(REPORT, reply.body());
  }
}
