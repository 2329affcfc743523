package org.bulbil.agent.site;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.bulbil.naming.DomainName;
import org.bulbil.wire.Endpoint;
import org.bulbil.wire.Http;
import org.bulbil.wire.Reply;
import org.bulbil.wire.Request;

/**
 * Asks for the first page over HTTP. An answer counts where it is a success and names our site in
 * its header, since the address of a server that ended becomes a stranger's.
 */
public final class SiteCall implements Answering, AutoCloseable {

  /** Of the headers alone: the body of a HEAD is empty. */
  private static final int BYTES_MAX = 1 << 10;

  private final DomainName name;
  private final int port;
  private final Http http;

  /**
   * @param patience for one answer
   */
  public SiteCall(DomainName name, int port, Duration patience) {
    this.name = name;
    this.port = port;
    this.http = new Http(new Http.Limits(patience, BYTES_MAX));
  }

  @Override
  public boolean at(InetAddress address) {
    return http.exchange(Request.of("HEAD", Endpoint.http(address, port).resolve("/")))
        .map(this::isOurs)
        .answer()
        .orElse(false);
  }

  private boolean isOurs(Reply reply) {
    return reply.status() == 200
        && reply.header(NginxSettings.HEADER).equals(Optional.of(name.value()));
  }

  @Override
  public void close() {
    http.close();
  }
}
