package org.bulbil.bitcoin.ledger;

import java.util.List;

/** The claims that stand in the outbox, as the ledger sees them. */
public interface Claims {

  /** All of them, those of a group in the order of their signing. */
  List<Claim> all();

  /** Rises with every change of {@link #all}. */
  long version();
}
