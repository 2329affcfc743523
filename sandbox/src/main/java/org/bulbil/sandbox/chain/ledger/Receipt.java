package org.bulbil.sandbox.chain.ledger;

import fr.acinq.bitcoin.OutPoint;
import org.bulbil.core.money.Sats;

/** Money that a script has received, whether it still has it or not. */
public record Receipt(OutPoint outPoint, Sats amount, Place place) {}
