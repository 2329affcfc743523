package org.bulbil.sandbox.provider.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The addresses of a /16 of loopback, dealt in turn, so that one that became free comes up again
 * only after all the others. Those ending in 0 or 255 are left out: they look like networks.
 */
final class AddressPool {

  private static final Pattern RANGE = Pattern.compile("127\\.(\\d{1,3})\\.0\\.0/16");

  private final int second;
  private final Set<InetAddress> taken = new HashSet<>();
  private int last;

  private AddressPool(int second) {
    this.second = second;
  }

  /** A pool of {@code range}, such as {@code 127.80.0.0/16}. */
  static AddressPool of(String range) {
    var match = RANGE.matcher(range);
    if (!match.matches() || Integer.parseInt(match.group(1)) > 255) {
      throw new IllegalArgumentException("not a /16 of loopback, such as 127.80.0.0/16: " + range);
    }
    return new AddressPool(Integer.parseInt(match.group(1)));
  }

  /**
   * The next free address.
   *
   * @throws IOException where all are taken
   */
  InetAddress draw() throws IOException {
    for (int tried = 0; tried < 1 << 16; tried++) {
      last = (last + 1) % (1 << 16);
      var isUsual = (last & 0xff) != 0 && (last & 0xff) != 255;
      if (isUsual && taken.add(address(last))) {
        return address(last);
      }
    }
    throw new IOException("every address of 127." + second + ".0.0/16 is taken");
  }

  void free(InetAddress address) {
    taken.remove(address);
  }

  private InetAddress address(int number) {
    try {
      return InetAddress.getByAddress(
          new byte[] {127, (byte) second, (byte) (number >> 8), (byte) number});
    } catch (UnknownHostException e) {
      throw new AssertionError("four bytes are an address", e);
    }
  }
}
