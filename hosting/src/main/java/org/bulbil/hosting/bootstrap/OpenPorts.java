package org.bulbil.hosting.bootstrap;

/**
 * The TCP ports of a server that anybody may reach; there are no others.
 *
 * @param or where other relays connect
 * @param status where the status page is
 */
public record OpenPorts(int or, int status) {

  private static final int LAST = 65_535;

  public OpenPorts {
    checked(or);
    checked(status);
    if (or == status) {
      throw new IllegalArgumentException("ORPort and status port are both " + or);
    }
  }

  private static void checked(int port) {
    if (port < 1 || port > LAST) {
      throw new IllegalArgumentException("a port is 1 to " + LAST + ", not " + port);
    }
  }
}
