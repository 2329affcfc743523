package org.bulbil.hosting.bootstrap;

/** Who may log in on a server once its relay is planted. */
public enum Login {
  /** Nobody, ever: sshd is switched off and no key is kept. */
  NOBODY,

  /** Whoever holds the key that the server was launched with; the firewall leaves port 22 open. */
  KEY_HOLDER
}
