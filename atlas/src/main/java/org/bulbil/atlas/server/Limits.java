package org.bulbil.atlas.server;

import java.util.Map;

/** The bounds that the JDK's server takes from system properties, once, before its first use. */
final class Limits {

  private static final Map<String, Integer> BOUNDS =
      Map.of(
          // Connections, slow ones included; each costs some kilobytes.
          "jdk.httpserver.maxConnections", 4_096,
          // Seconds in which a request must have arrived.
          "sun.net.httpserver.maxReqTime", 20,
          // Seconds in which an answer must have been taken: 67 MB through Tor.
          "sun.net.httpserver.maxRspTime", 900,
          // Seconds that a connection may be silent between requests.
          "sun.net.httpserver.idleInterval", 30,
          // Connections kept open between requests.
          "sun.net.httpserver.maxIdleConnections", 1_024,
          "sun.net.httpserver.maxReqHeaders", 64,
          // Bytes of all headers together.
          "sun.net.httpserver.maxReqHeaderSize", 32_768,
          // Bytes of a body that nobody reads, before the connection is closed.
          "sun.net.httpserver.drainAmount", 8_192);

  private Limits() {}

  /** Leaves alone what somebody has set on the command line. */
  static void set() {
    BOUNDS.forEach((name, bound) -> setOnce(name, bound.toString()));
    setOnce("sun.net.httpserver.nodelay", "true");
  }

  private static void setOnce(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
