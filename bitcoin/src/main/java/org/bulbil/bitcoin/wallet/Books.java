package org.bulbil.bitcoin.wallet;

import org.bulbil.bitcoin.ledger.Ledger;
import org.bulbil.bitcoin.outbox.Outbox;

/** Adds up where every satoshi went, from what is proven and what is in the outbox. */
final class Books {

  private final Ledger ledger;
  private final Outbox outbox;

  Books(Ledger ledger, Outbox outbox) {
    this.ledger = ledger;
    this.outbox = outbox;
  }

  AccountLine account() {
    var judgement = ledger.judgement();
    var spent = outbox.spent();
    return new AccountLine(
        judgement.received(),
        spent.paid(),
        spent.fees(),
        judgement.owned().plus(judgement.pending()),
        judgement.foreign());
  }
}
