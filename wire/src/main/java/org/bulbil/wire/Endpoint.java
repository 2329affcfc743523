package org.bulbil.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.bulbil.core.text.HostPort;

/** Where a server is, as others write it: IPv6 in brackets. */
public final class Endpoint {

  private Endpoint() {}

  /** Address and port, such as {@code [2001:db8::1]:80}. */
  public static String text(InetSocketAddress place) {
    return HostPort.of(place.getAddress().getHostAddress(), place.getPort());
  }

  /** The URL of a server there, without a path. */
  public static URI http(String host, int port) {
    return URI.create("http://" + HostPort.of(host, port));
  }

  /** The URL of a server there, without a path. */
  public static URI http(InetAddress address, int port) {
    return http(address.getHostAddress(), port);
  }

  /** The URL of a server there, without a path. */
  public static URI http(InetSocketAddress place) {
    return http(place.getAddress(), place.getPort());
  }
}
