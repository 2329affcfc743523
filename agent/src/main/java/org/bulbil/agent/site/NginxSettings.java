package org.bulbil.agent.site;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.bulbil.naming.DomainName;

/**
 * What nginx is to show, and where.
 *
 * @param where visitors come, the server's own address
 * @param name of the site
 * @param files what is shown
 * @param wellKnown folder of what the agent says of itself, see {@link Footer}
 */
public record NginxSettings(InetSocketAddress where, DomainName name, Path files, Path wellKnown) {

  /** Says to siblings whose site answers, so that a stranger's at a used address is told apart. */
  static final String HEADER = "Bulbil-Site";

  /**
   * Where an onion service finds it. The same where the server's own address is loopback, as in a
   * sandbox, of which there may be several on one machine.
   */
  public InetSocketAddress inside() {
    return where.getAddress().isLoopbackAddress()
        ? where
        : new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), where.getPort());
  }

  /** Each place where it listens. */
  List<InetSocketAddress> places() {
    return inside().equals(where) ? List.of(where) : List.of(where, inside());
  }
}
