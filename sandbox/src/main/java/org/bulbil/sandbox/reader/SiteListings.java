package org.bulbil.sandbox.reader;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Jsonb;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.directory.Listing;
import org.bulbil.sandbox.directory.Listing.Presence;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.bulbil.wire.Endpoint;
import org.bulbil.wire.Http;

/**
 * The servers of a site that ask for gifts, as anybody finds them who knows its name: where the
 * name points, by what they say of themselves there.
 */
public final class SiteListings {

  private static final Jsonb JSON = Jsonb.instance();

  private static final String PAGE = "/.well-known/bulbil.json";

  /** As popular as a relay of a megabyte a second. */
  private static final Bandwidth POPULARITY = new Bandwidth(1_000_000);

  private final NameQuestion question;
  private final InetSocketAddress nameserver;
  private final int port;
  private final Http http;
  private final Set<String> hostnames = ConcurrentHashMap.newKeySet();

  /**
   * @param name of the site
   * @param port of its web servers
   */
  public SiteListings(String name, InetSocketAddress nameserver, int port, Http http) {
    this.question = new NameQuestion(name);
    this.nameserver = nameserver;
    this.port = port;
    this.http = http;
  }

  /** Who is found now; a server that does not answer is left out. */
  public Outcome<List<Listing>> read() {
    return question
        .ask(nameserver, 2)
        .map(answer -> answer.addresses().stream().flatMap(it -> at(it).stream()).toList());
  }

  /** Whether a server of this name was ever found. */
  public boolean hasSeen(String hostname) {
    return hostnames.contains(hostname);
  }

  private Optional<Listing> at(InetAddress address) {
    return http.get(Endpoint.http(address, port).resolve(PAGE))
        .answer()
        .filter(reply -> reply.status() == 200)
        .flatMap(reply -> listing(reply.text()));
  }

  private Optional<Listing> listing(String text) {
    try {
      var page = JSON.type(SitePageMessage.class).fromJson(text);
      var listing =
          new Listing(
              new Fingerprint(page.fingerprint()),
              new Nickname(page.hostname()),
              Address.parse(page.address()),
              Optional.empty(),
              POPULARITY,
              Presence.RUNNING);
      hostnames.add(page.hostname());
      return Optional.of(listing);
    } catch (JsonException | IllegalArgumentException e) {
      return Optional.empty(); // It has only begun to write it; it is asked again soon.
    }
  }
}
