package org.bulbil.bitcoin.outbox;

/** The moments between which a crash can fall, in their order. */
public enum Step {
  /** Signed, not yet committed. */
  SIGNED,
  /** On disk, not yet sent. */
  STORED,
  /** Sent, the server's answer not yet noted. */
  SENT,
  /** All is noted. */
  NOTED
}
