package org.bulbil.hosting.testing;

/** The ways in which a provider fails its customers. */
public enum Trouble {
  /** It says no and does nothing. */
  REFUSE,
  /** It fails before it does anything, and says nothing of use. */
  UNKNOWN_BEFORE,
  /** It does as told, and the answer is lost. */
  UNKNOWN_AFTER,
  /** The request came twice: it does as told, and only the refusal of the second is heard. */
  REFUSE_AFTER,
  /** It does nothing and keeps silent until the caller's patience ends. */
  SILENT
}
