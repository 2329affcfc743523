package org.bulbil.agent.launch;

/** Meets founders once their servers run, and brings them what they wait for. */
interface Reception {

  /** Looks for all founders that have a server and are not at their end. */
  void look();

  /** What a founder whose server runs has not reached yet, in a few words. */
  String waiting();
}
