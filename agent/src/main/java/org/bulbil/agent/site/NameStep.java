package org.bulbil.agent.site;

import java.net.InetAddress;

/** What a server does about its name now. */
sealed interface NameStep {

  /** Nothing. */
  record Rest() implements NameStep {}

  /** Puts its own address there. */
  record Join(InetAddress own) implements NameStep {}

  /** Takes an address away: its own, or that of a sibling that does not answer. */
  record Remove(InetAddress address, String why) implements NameStep {}
}
