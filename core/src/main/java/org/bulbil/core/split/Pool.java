package org.bulbil.core.split;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bulbil.core.money.Sats;
import org.bulbil.core.split.Recipient.Way;

/**
 * Those whose shares are too small to be paid, and where these do not make one prize together, the
 * smallest of the others with them. All prizes are alike, and no smaller than what any of them can
 * be paid.
 */
final class Pool {

  private final Set<Party> parties;
  private final Sats prize;

  /** What came of a draw. */
  record Drawing(List<Recipient> winners, List<Unpaid> losers) {}

  private Pool(Set<Party> parties, Sats prize) {
    this.parties = parties;
    this.prize = prize;
  }

  /** Of those parties for whom {@code donation} is too small. */
  static Pool of(List<Party> parties, Sats donation) {
    long all = Party.sum(parties);
    var pool = new HashSet<Party>();
    var prize = Sats.ZERO;
    long share = 0;
    for (var party : parties.stream().sorted(Party.SMALLEST_FIRST).toList()) {
      boolean isOnePrize = pool.isEmpty() || !Party.isBelow(prize, share, all, donation);
      if (isOnePrize && !party.isSmall(all, donation)) {
        break;
      }
      pool.add(party);
      prize = Sats.max(prize, party.least());
      share += party.share();
    }
    return new Pool(pool, prize);
  }

  boolean isEmpty() {
    return parties.isEmpty();
  }

  boolean holds(Party party) {
    return parties.contains(party);
  }

  long share() {
    return Party.sum(parties);
  }

  /**
   * Gives {@code amount} away.
   *
   * @param amount at least one prize
   */
  Drawing draw(Sats amount, Seed seed) {
    var tickets = parties.stream().sorted(Party.BY_ADDRESS).toList();
    int count = (int) Math.min(amount.value() / prize.value(), Integer.MAX_VALUE);
    var won = Lottery.draw(tickets.stream().mapToLong(Party::share).toArray(), count, seed);
    var prizes = prizes(amount, count);
    long all = share();
    var drawing = new Drawing(new ArrayList<>(), new ArrayList<>());
    int next = 0;
    for (int i = 0; i < tickets.size(); i++) {
      var ticket = tickets.get(i);
      if (won[i] == 0) {
        drawing.losers().addAll(ticket.unpaid(Reasons.lost(ticket, all, count)));
      } else {
        var sum = Sats.sum(prizes.subList(next, next + won[i]));
        drawing.winners().add(ticket.paid(Way.LOTTERY, sum));
        next += won[i];
      }
    }
    return drawing;
  }

  private static List<Sats> prizes(Sats amount, int count) {
    var weights = Collections.nCopies(count, 1L).stream().mapToLong(Long::longValue).toArray();
    var prizes = new ArrayList<Sats>();
    for (long prize : Apportionment.of(amount.value(), weights)) {
      prizes.add(Sats.of(prize));
    }
    return prizes;
  }
}
