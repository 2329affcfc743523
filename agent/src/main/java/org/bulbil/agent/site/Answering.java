package org.bulbil.agent.site;

import java.net.InetAddress;

/** Whether the site is shown at an address. */
public interface Answering {

  /** Asks there, as a visitor would; false also where what answers is another site. */
  boolean at(InetAddress address);
}
