package org.bulbil.tor.directory;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.wire.Http;
import org.bulbil.wire.Reply;

/**
 * Asks the DirPort of an authority (dir-spec §"directory server"). Of the public network only the
 * authorities have one, and they are not there for us: this is for sandboxes.
 */
public final class DirectoryClient {

  /** More make the address longer than tor reads. */
  private static final int FINGERPRINTS_MAX = 96;

  private final Http http;

  /**
   * @param http whose limits must allow the size of the network: about 0.5 kB a relay for the
   *     consensus, 3 kB for descriptors
   */
  public DirectoryClient(Http http) {
    this.http = http;
  }

  public Outcome<Consensus> consensus(URI authority) {
    return fetch(authority, "/tor/status-vote/current/consensus").flatMap(Consensus::parse);
  }

  /** The newest descriptors of all relays that the authority knows, in the consensus or not. */
  public Outcome<ServerDescriptors> descriptors(URI authority) {
    return fetch(authority, "/tor/server/all").map(ServerDescriptors::parse);
  }

  /** The newest extra-infos of all relays that the authority knows. */
  public Outcome<ExtraInfos> extraInfos(URI authority) {
    return fetch(authority, "/tor/extra/all").map(ExtraInfos::parse);
  }

  /**
   * The newest descriptors of at most {@value #FINGERPRINTS_MAX} relays; unknown ones are absent.
   */
  public Outcome<ServerDescriptors> descriptors(
      URI authority, Collection<Fingerprint> fingerprints) {
    if (fingerprints.isEmpty() || fingerprints.size() > FINGERPRINTS_MAX) {
      throw new IllegalArgumentException(
          "1 to " + FINGERPRINTS_MAX + " fingerprints at a time, not " + fingerprints.size());
    }
    var names = fingerprints.stream().map(Fingerprint::value).collect(Collectors.joining("+"));
    return fetch(authority, "/tor/server/fp/" + names).map(ServerDescriptors::parse);
  }

  private Outcome<String> fetch(URI authority, String path) {
    return http.get(authority.resolve(path)).flatMap(DirectoryClient::document);
  }

  private static Outcome<String> document(Reply reply) {
    return reply.isSuccess()
        ? Outcome.done(new String(reply.body(), StandardCharsets.ISO_8859_1))
        : Outcome.refused("the authority has no such document", reply.status());
  }
}
