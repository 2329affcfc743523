package org.bulbil.sandbox.witness;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Jsonb;
import java.net.InetAddress;
import java.net.URI;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.wire.Http;
import org.bulbil.wire.Reply;

/** Reads the status pages of relays, as any visitor can. */
public final class StatusPages {

  private static final Jsonb JSON = Jsonb.instance();

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
    return URI.create("http://" + server.getHostAddress() + ":" + port + "/");
  }

  /** What the relay on {@code server} says of itself. */
  public Outcome<SelfReport> read(InetAddress server) {
    return http.get(page(server).resolve("/status.json")).flatMap(StatusPages::parse);
  }

  private static Outcome<SelfReport> parse(Reply reply) {
    if (!reply.isSuccess()) {
      return Outcome.refused("the status page is not to be had", reply.status());
    }
    try {
      return Outcome.done(JSON.type(SelfReport.class).fromJson(reply.text()));
    } catch (JsonException e) {
      return Outcome.unknown("the status page makes no sense");
    }
  }
}
