package org.bulbil.tor.control;

/** What a tor can be told by SIGNAL (control-spec §3.7), as far as we use it. */
public enum Signal {
  /** Read torrc and the files it names again. */
  RELOAD,
  /** End at once, whatever ShutdownWaitLength says. */
  TERM
}
