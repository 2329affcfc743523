package org.bulbil.sandbox.chain;

import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.TxOut;
import org.bulbil.core.money.Sats;

/** An amount for an address: one output of a transaction. */
public record Payment(Address to, Sats amount) {

  public TxOut output() {
    return new TxOut(new Satoshi(amount.value()), to.script());
  }
}
