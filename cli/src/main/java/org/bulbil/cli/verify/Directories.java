package org.bulbil.cli.verify;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.tor.directory.RouterStatus;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.wire.Http;

/** Directory servers, asked one after the other until one knows. */
final class Directories {

  /**
   * Authorities of the public network that answer over plain HTTP, as tor 0.4.9.11 has them built
   * in. They serve everybody, so a question is for one relay, and the next is asked only where one
   * does not answer.
   */
  static final List<URI> PUBLIC =
      List.of(
          URI.create("http://131.188.40.189:80"),
          URI.create("http://193.23.244.244:80"),
          URI.create("http://204.13.164.118:80"),
          URI.create("http://199.58.81.140:80"));

  private static final int NOT_FOUND = 404;

  private final DirectoryClient client;
  private final List<URI> servers;

  Directories(Http http, List<URI> servers) {
    this.client = new DirectoryClient(http);
    this.servers = List.copyOf(servers);
  }

  /** The newest descriptor of a relay, unchecked; empty where a directory says it has none. */
  Outcome<Optional<ServerDescriptor>> descriptor(Fingerprint relay) {
    return first(server -> descriptor(server, relay));
  }

  private Outcome<Optional<ServerDescriptor>> descriptor(URI server, Fingerprint relay) {
    return switch (client.descriptors(server, List.of(relay)).map(all -> all.descriptors())) {
      case Outcome.Done<List<ServerDescriptor>>(var found) -> Outcome.done(find(found, relay));
      case Outcome.Refused<List<ServerDescriptor>>(_, int code) when code == NOT_FOUND ->
          Outcome.done(Optional.empty());
      case Outcome.Refused<List<ServerDescriptor>>(String why, int code) ->
          Outcome.unknown("%s (%d)".formatted(why, code));
      case Outcome.Unknown<List<ServerDescriptor>>(String why) -> Outcome.unknown(why);
    };
  }

  private static Optional<ServerDescriptor> find(
      Collection<ServerDescriptor> found, Fingerprint relay) {
    return found.stream().filter(each -> each.fingerprint().equals(relay)).findFirst();
  }

  /** Relays of that name in the consensus, in any case of its letters. */
  Outcome<List<Fingerprint>> named(Nickname name) {
    return first(
        server ->
            client
                .consensus(server)
                .map(
                    consensus ->
                        consensus.relays().stream()
                            .filter(each -> isCalled(each, name))
                            .map(RouterStatus::fingerprint)
                            .toList()));
  }

  private static boolean isCalled(RouterStatus relay, Nickname name) {
    return relay.nickname().value().equalsIgnoreCase(name.value());
  }

  /** A question to one server. */
  private interface Request<T> {
    Outcome<T> ask(URI server);
  }

  private <T> Outcome<T> first(Request<T> request) {
    Outcome<T> last = Outcome.unknown("no directory was asked");
    for (var server : servers) {
      last = request.ask(server);
      if (last instanceof Outcome.Done) {
        return last;
      }
    }
    return Outcome.unknown("no directory answers: " + last.summary());
  }
}
