package org.bulbil.naming;

import java.util.regex.Pattern;
import org.bulbil.core.text.HostPort;

/**
 * The server that has the say of a name: its primary, which takes updates.
 *
 * @param host a name or an address
 * @param port 53 where nothing else is said
 */
public record NameServer(String host, int port) {

  private static final int USUAL_PORT = 53;

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+|[0-9A-Fa-f:.]+");

  /** {@code host}, {@code host:port}, {@code [address]} or {@code [address]:port}. */
  private static final Pattern FORM =
      Pattern.compile("(?:\\[([^\\]]+)\\]|([^:\\[\\]]+))(?::(\\d{1,5}))?");

  public NameServer {
    if (!HOST.matcher(host).matches() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "'"
              + host
              + "', port "
              + port
              + ", is no nameserver, such as ns1.example.org or a"
              + " literal address, port 1 to 65535");
    }
  }

  /** Reads {@code host[:port]}; an IPv6 address stands in brackets. */
  public static NameServer parse(String text) {
    var match = FORM.matcher(text.strip());
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no nameserver, such as ns1.example.org, 192.0.2.1:5353 or [2001:db8::1]");
    }
    var host = match.group(1) == null ? match.group(2) : match.group(1);
    var port = match.group(3) == null ? USUAL_PORT : Integer.parseInt(match.group(3));
    return new NameServer(host, port);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return HostPort.of(host, port);
  }
}
