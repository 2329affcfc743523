package org.bulbil.agent.site;

import org.bulbil.core.outcome.Outcome;

/** What shows the files of a site to visitors. Safe for use by several threads. */
public interface WebServer {

  /**
   * Sees to it that it runs with these settings, whatever ran before; refused with its own words
   * where it cannot.
   */
  Outcome<ProcessHandle> keep(NginxSettings settings);

  /** Ends it; harmless where it has ended. */
  void rest();
}
