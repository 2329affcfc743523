package org.bulbil.sandbox.chain.rules;

import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxIn;
import java.util.stream.IntStream;

/** When a transaction may enter a block: absolute (BIP113) and relative (BIP68) locktimes. */
final class Locktimes {

  private static final long HEIGHT_OR_TIME = 500_000_000L;
  private static final long DISABLED = 1L << 31;
  private static final long IN_TIME = 1L << 22;
  private static final long MASK = 0xffffL;

  /** A relative time counts in units of 512 s, which is 2^9. */
  private static final int TIME_UNIT_BITS = 9;

  private Locktimes() {}

  static boolean isFinal(Transaction transaction, Calendar calendar) {
    long now =
        transaction.lockTime < HEIGHT_OR_TIME
            ? calendar.nextHeight()
            : calendar.medianTimePast(calendar.nextHeight() - 1);
    return transaction.lockTime == 0
        || transaction.lockTime < now
        || transaction.txIn.stream().allMatch(input -> input.sequence == TxIn.SEQUENCE_FINAL);
  }

  static boolean areCoinsOldEnough(Spending spending, Calendar calendar) {
    var inputs = spending.transaction().txIn;
    return spending.transaction().version < 2
        || IntStream.range(0, inputs.size())
            .allMatch(i -> isOldEnough(spending.coins().get(i), inputs.get(i).sequence, calendar));
  }

  private static boolean isOldEnough(Coin coin, long sequence, Calendar calendar) {
    if ((sequence & DISABLED) != 0) {
      return true;
    }
    long age = sequence & MASK;
    if ((sequence & IN_TIME) == 0) {
      return calendar.nextHeight() >= coin.height() + age;
    }
    long born = calendar.medianTimePast(Math.max(coin.height() - 1, 0));
    return calendar.medianTimePast(calendar.nextHeight() - 1) >= born + (age << TIME_UNIT_BITS);
  }
}
