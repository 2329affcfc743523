package org.bulbil.agent.relay;

import org.bulbil.agent.birth.Announcements;
import org.bulbil.agent.tenancy.Home;

/** Keeps one Tor relay running, and looks things up in the directory that it holds. */
public interface Keeper extends Announcements {

  /**
   * Sees to it that the relay runs, and says how it is.
   *
   * @param wallet the bitcoin address that its contact line carries
   */
  Condition keep(Home home, String wallet);
}
