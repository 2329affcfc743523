package org.bulbil.hosting.bootstrap;

/**
 * The TCP ports of a server that anybody may reach; there are no others.
 *
 * @param work where the server's work is done: a relay's ORPort, a site's HTTP
 * @param status where the status page is
 */
public record OpenPorts(int work, int status) {

  private static final int LAST = 65_535;

  public OpenPorts {
    checked(work);
    checked(status);
    if (work == status) {
      throw new IllegalArgumentException(
          "the port of the work and the status port are both " + work);
    }
  }

  private static void checked(int port) {
    if (port < 1 || port > LAST) {
      throw new IllegalArgumentException("a port is 1 to " + LAST + ", not " + port);
    }
  }
}
