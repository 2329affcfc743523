package org.bulbil.agent;

import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.bitcoin.wallet.WalletView;

/** Notes every gift in the journal, once, when it is proven. */
final class GiftBell {

  private static final String NOTED = "gifts.noted";

  private final Journal journal;

  GiftBell(Journal journal) {
    this.journal = journal;
  }

  void ring(WalletView view) {
    var noted = journal.recall(NOTED).map(Integer::parseInt).orElse(0);
    var gifts = view.gifts();
    if (gifts.size() != noted) {
      gifts.stream()
          .skip(noted)
          .forEach(
              gift ->
                  journal.note(
                      Entry.Kind.GIFT, "%s in block %d".formatted(gift.amount(), gift.height())));
      journal.remember(NOTED, Integer.toString(gifts.size()));
    }
  }
}
