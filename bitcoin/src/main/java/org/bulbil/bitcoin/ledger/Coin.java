package org.bulbil.bitcoin.ledger;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.core.money.Sats;

/** An output that our keys can spend. */
public record Coin(OutPoint point, Sats value, Branch branch) {

  /** What {@code coins} are worth together. */
  public static Sats sum(Collection<Coin> coins) {
    return Sats.sum(coins.stream().map(Coin::value).toList());
  }

  /** Several as a text to store. */
  public static String join(List<Coin> coins) {
    return coins.stream()
        .map(coin -> coin.point + "=" + coin.value.value() + "=" + coin.branch)
        .collect(Collectors.joining(" "));
  }

  /** From the form of {@link #join}. */
  public static List<Coin> split(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(" ", -1)).map(part -> part(part.split("=", -1))).toList();
  }

  private static Coin part(String[] parts) {
    return new Coin(
        OutPoint.parse(parts[0]), Sats.of(Long.parseLong(parts[1])), Branch.valueOf(parts[2]));
  }
}
