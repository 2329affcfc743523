package org.bulbil.sandbox.world;

import java.io.IOException;

/** A service of the sandbox could not listen; the message names the port and the way out. */
public final class PortTaken extends IOException {

  private static final long serialVersionUID = 1;

  PortTaken(String service, int port, IOException cause) {
    super(
        "port %d, for the %s, cannot be had (%s): end what listens there, or choose another with --%s-port"
            .formatted(port, service, cause.getMessage(), service),
        cause);
  }
}
