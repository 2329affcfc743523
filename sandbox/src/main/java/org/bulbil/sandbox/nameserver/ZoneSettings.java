package org.bulbil.sandbox.nameserver;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a nameserver has the say of.
 *
 * @param folder of its own; made where it is not there
 * @param where it listens, on loopback
 * @param zone such as {@code site.test}, without a dot at its end
 * @param name in that zone whose addresses may be changed with the key
 * @param ttl of what nobody has given another
 */
public record ZoneSettings(
    Path folder, InetSocketAddress where, String zone, String name, Duration ttl) {

  public ZoneSettings {
    folder = folder.toAbsolutePath().normalize();
    if (!where.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException("a nameserver of the sandbox listens on loopback alone");
    }
  }

  /** At 127.0.0.1. */
  public static InetSocketAddress local(int port) {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
  }

  /** The file by which somebody gets the key. */
  Path keyFile() {
    return folder.resolve("site.key");
  }

  Path config() {
    return folder.resolve("named.conf");
  }

  Path zoneFile() {
    return folder.resolve("zone");
  }

  Path log() {
    return folder.resolve("named.log");
  }
}
