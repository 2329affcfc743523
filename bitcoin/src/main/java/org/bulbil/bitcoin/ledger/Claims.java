package org.bulbil.bitcoin.ledger;

import java.util.List;
import java.util.stream.Stream;

/** The claims that stand in the outbox, as the ledger sees them. */
public interface Claims {

  /** All of them, those of a group in the order of their signing. */
  List<Claim> all();

  /** Rises with every change of {@link #all}. */
  long version();

  /** These and {@code others}. */
  default Claims and(Claims others) {
    return new Claims() {
      @Override
      public List<Claim> all() {
        return Stream.concat(Claims.this.all().stream(), others.all().stream()).toList();
      }

      @Override
      public long version() {
        return Claims.this.version() + others.version();
      }
    };
  }
}
