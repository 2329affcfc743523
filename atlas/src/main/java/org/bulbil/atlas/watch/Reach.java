package org.bulbil.atlas.watch;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * To which addresses the map connects because a stranger's relay says that it is there: never into
 * the network that the map itself stands in.
 */
public enum Reach {
  /** The internet and nothing else. */
  PUBLIC {
    @Override
    boolean covers(InetAddress address) {
      return !address.isLoopbackAddress()
          && !address.isAnyLocalAddress()
          && !address.isLinkLocalAddress()
          && !address.isSiteLocalAddress()
          && !address.isMulticastAddress()
          && !isReserved(address.getAddress());
    }
  },
  /** A sandbox's relays, which live on loopback, and nothing else. */
  SANDBOX {
    @Override
    boolean covers(InetAddress address) {
      return address instanceof Inet4Address && address.isLoopbackAddress();
    }
  };

  abstract boolean covers(InetAddress address);

  /** What Java has no question for (IANA's registries of special addresses). */
  private static boolean isReserved(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    return bytes.length == 4 ? isReservedV4(first, second, bytes[2] & 0xff) : isReservedV6(bytes);
  }

  private static boolean isReservedV4(int first, int second, int third) {
    return first == 0
        || first >= 240
        || (first == 100 && second >= 64 && second < 128) // Behind a provider's translation.
        || (first == 192 && second == 0 && (third == 0 || third == 2)) // Protocols; examples.
        || (first == 192 && second == 88 && third == 99) // Relays to IPv6, given up.
        || (first == 198 && (second == 18 || second == 19)) // Benchmarks.
        || (first == 198 && second == 51 && third == 100)
        || (first == 203 && second == 0 && third == 113);
  }

  /** Only 2000::/3 is the internet, and parts of that lead back into IPv4 or are examples. */
  private static boolean isReservedV6(byte[] bytes) {
    int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
    return first >> 13 != 1
        || first == 0x2002
        || (first == 0x2001 && (second == 0xdb8 || second < 0x200))
        || first == 0x3fff;
  }
}
