package org.bulbil.core.policy;

/** Whether another child is wanted, whatever the means for it. */
public enum Demand {
  /** Each one does good, so the means alone decide. */
  OPEN,
  /** As many live as are wanted, or another relative is to plant the one that is missing. */
  MET
}
