package org.bulbil.bitcoin.chain;

import java.util.Optional;
import org.bulbil.bitcoin.TxId;

/**
 * A transaction that a server lists for a script.
 *
 * @param block where the server says that it is confirmed; empty while it waits
 */
public record Sighting(TxId transaction, Optional<Tip> block) {

  public boolean isConfirmed() {
    return block.isPresent();
  }
}
