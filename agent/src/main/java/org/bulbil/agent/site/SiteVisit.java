package org.bulbil.agent.site;

import java.net.InetAddress;
import java.time.Duration;
import org.bulbil.bitcoin.Network;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.naming.DomainName;
import org.bulbil.wire.Endpoint;
import org.bulbil.wire.Http;
import org.bulbil.wire.Reply;

/** Reads what a server of a site says of itself, at its own address. */
public final class SiteVisit implements AutoCloseable {

  /** A page is a small file; who needs longer does not serve the site either. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final DomainName name;
  private final int port;
  private final Network network;
  private final Http http = new Http(new Http.Limits(PATIENCE, SitePage.BYTES_MAX));

  /**
   * @param name of the site
   * @param port where it is shown
   * @param network whose addresses the wallets have
   */
  public SiteVisit(DomainName name, int port, Network network) {
    this.name = name;
    this.port = port;
    this.network = network;
  }

  /** The page at {@code address}, if its wallet vouches for it; refused where it does not. */
  public Outcome<SitePage> at(InetAddress address) {
    return http.get(Endpoint.http(address, port).resolve(SitePage.PATH))
        .flatMap(SiteVisit::whole)
        .flatMap(text -> SitePage.read(text, name, network));
  }

  private static Outcome<String> whole(Reply reply) {
    return reply.isSuccess()
        ? Outcome.done(reply.text())
        : Outcome.refused("it shows no page", reply.status());
  }

  @Override
  public void close() {
    http.close();
  }
}
