package org.bulbil.core.text;

/** Host and port as URLs and many a configuration write them (RFC 3986 §3.2.2). */
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
}
