package org.bulbil.atlas.watch;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.proof.ProofPage;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.wire.Endpoint;
import org.bulbil.wire.Http;
import org.bulbil.wire.JsonAnswer;

/**
 * Visits the server of a relay: only at the address of its ORPort, which the authorities have
 * reached, and only where {@link Reach} allows. Redirects are not followed.
 */
final class Visitor {

  private static final Jsonb JSON = Jsonb.instance();
  private static final JsonType<StatusMessage> STATUS = JSON.type(StatusMessage.class);
  private static final JsonType<StatusMessage.WellKnown> DOCUMENT =
      JSON.type(StatusMessage.WellKnown.class);
  private static final JsonType<StatusMessage.Journal> JOURNAL =
      JSON.type(StatusMessage.Journal.class);

  private final Http http;
  private final Reach reach;
  private final int port;
  private final Time time;

  /**
   * @param http whose limits bound one document
   * @param port where relays of ours have their pages
   */
  Visitor(Http http, Reach reach, int port, Time time) {
    this.http = http;
    this.reach = reach;
    this.port = port;
    this.time = time;
  }

  /** All that it shows; unknown where it does not answer, and then nothing else is asked. */
  Outcome<Reading> visit(Relay relay) {
    return page(relay)
        .map(
            page ->
                get(page, "/status.json", STATUS)
                    .map(
                        status ->
                            new Reading(
                                page,
                                time.now(),
                                status,
                                get(page, "/.well-known/bulbil.json", DOCUMENT),
                                get(page, "/decisions.json", JOURNAL),
                                ProofPage.read(http, page))))
        .orElseGet(() -> Outcome.refused("its address is not one that is visited", 0));
  }

  private <T> Outcome<T> get(URI page, String path, JsonType<T> type) {
    return http.get(page.resolve(path))
        .flatMap(
            reply ->
                reply.isSuccess()
                    ? JsonAnswer.read(type, reply.body())
                    : Outcome.refused("there is no " + path, reply.status()));
  }

  /** Where its page must be; empty where that is not to be visited. */
  Optional<URI> page(Relay relay) {
    return relay.details().orAddresses().stream()
        .findFirst()
        .flatMap(Visitor::host)
        .filter(reach::covers)
        .map(address -> Endpoint.http(address, port).resolve("/"));
  }

  /** Of {@code 192.0.2.7:9001} or {@code [2001:db8::7]:9001}; names are not looked up. */
  private static Optional<InetAddress> host(String endpoint) {
    var bare = endpoint.substring(0, Math.max(0, endpoint.lastIndexOf(':')));
    try {
      return Optional.of(InetAddress.ofLiteral(bare.replaceAll("^\\[|\\]$", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
