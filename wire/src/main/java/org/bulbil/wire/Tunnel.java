package org.bulbil.wire;

import java.net.InetSocketAddress;
import java.util.regex.Pattern;

/**
 * A proxy that connects to whom it is told by {@code CONNECT host:port} (RFC 9110, section 9.3.6)
 * and then passes on bytes, such as tor's HTTPTunnelPort. It is told names and not addresses, so
 * that nobody else learns them and {@code .onion} works.
 *
 * @param proxy where it listens, not resolved before it is used
 */
public record Tunnel(InetSocketAddress proxy) {

  private static final Pattern FORM = Pattern.compile("([A-Za-z0-9.-]{1,253}):([0-9]{1,5})");

  /**
   * Reads {@code host:port}.
   *
   * @throws IllegalArgumentException where it is not of this form
   */
  public static Tunnel parse(String text) {
    var found = FORM.matcher(text);
    if (!found.matches() || Integer.parseInt(found.group(2)) > 65_535) {
      throw new IllegalArgumentException(
          "a tunnel must be host:port, such as 127.0.0.1:9060 of tor's HTTPTunnelPort, not "
              + text);
    }
    return new Tunnel(
        InetSocketAddress.createUnresolved(found.group(1), Integer.parseInt(found.group(2))));
  }

  InetSocketAddress resolved() {
    return new InetSocketAddress(proxy.getHostString(), proxy.getPort());
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return proxy.getHostString() + ":" + proxy.getPort();
  }
}
