package org.bulbil.bitcoin.psbt;

import java.util.List;

/** Coins that may be spent, and where the rest of them goes. */
public record Funds(List<DonorCoin> coins, ChangeTo change) {

  public Funds {
    coins = List.copyOf(coins);
  }
}
