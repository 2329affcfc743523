package org.bulbil.agent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bulbil.bitcoin.BlockHash;
import org.bulbil.bitcoin.chain.Tip;
import org.bulbil.bitcoin.ledger.Gift;
import org.bulbil.bitcoin.wallet.AccountLine;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.core.money.Sats;

/** Wallets of which nothing matters but the gifts. */
final class GiftViews {

  private GiftViews() {}

  /**
   * @param shown the newest
   * @param count of all that ever came
   */
  static WalletView of(List<Gift> shown, int count) {
    return new WalletView(
        new Tip(count, new BlockHash("0".repeat(64))),
        Instant.EPOCH,
        true,
        List.of(),
        List.of(),
        List.of(),
        shown,
        count,
        new AccountLine(Sats.ZERO, Map.of(), Sats.ZERO, Sats.ZERO, Sats.ZERO),
        List.of());
  }
}
