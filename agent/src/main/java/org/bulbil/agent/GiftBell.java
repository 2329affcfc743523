package org.bulbil.agent;

import java.util.List;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.bitcoin.ledger.Gift;
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
    var proven = view.giftCount();
    if (proven != noted) {
      newest(view.gifts(), proven - noted).forEach(this::tell);
      journal.remember(NOTED, Integer.toString(proven));
    }
  }

  /** None where a reorganisation took gifts away; of a flood, what the view holds. */
  private static List<Gift> newest(List<Gift> gifts, int count) {
    var wanted = Math.clamp(count, 0, gifts.size());
    return gifts.subList(gifts.size() - wanted, gifts.size());
  }

  private void tell(Gift gift) {
    journal.note(Entry.Kind.GIFT, "%s in block %d".formatted(gift.amount(), gift.height()));
  }
}
