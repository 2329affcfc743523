package org.bulbil.agent.settings;

import java.util.List;

/** What a server's work needs of the server, before there is an agent on it. */
public sealed interface WorkSettings permits RelaySettings, SiteSettings {

  /** The TCP port that the work is reached at; the firewall opens it. */
  int port();

  /** Debian packages that it needs besides what every server has. */
  List<String> packages();
}
