package org.bulbil.core.text;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Host and port as URLs and many a configuration write them, IPv6 in brackets (RFC 3986 §3.2.2).
 */
public final class HostPort {

  private HostPort() {}

  /**
   * {@code 192.0.2.1:80}, {@code [2001:db8::1]:80} or {@code example.org:80}.
   *
   * @param host a name, or an address without brackets
   */
  public static String of(String host, int port) {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** The same of a place whose address is known. */
  public static String of(InetSocketAddress place) {
    return of(place.getAddress().getHostAddress(), place.getPort());
  }

  /** The URL of a server there, without a path. */
  public static URI http(String host, int port) {
    return URI.create("http://" + of(host, port));
  }

  /** The URL of a server there, without a path. */
  public static URI http(InetAddress address, int port) {
    return http(address.getHostAddress(), port);
  }
}
