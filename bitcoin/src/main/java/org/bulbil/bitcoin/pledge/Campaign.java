package org.bulbil.bitcoin.pledge;

import fr.acinq.bitcoin.Crypto;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.Payout;
import org.bulbil.core.money.Sats;

/**
 * What pledges are for: one output, to the satoshi.
 *
 * @param title for people, on one line
 * @param address who gets it
 * @param goal how much, the fee on top
 * @param expires from when on it is not combined here any more; Bitcoin does not know that time, so
 *     a donor who wants to be sure spends the pledged coin elsewhere
 */
public record Campaign(String title, Address address, Sats goal, Instant expires) {

  /** Letters of a title; it stands on pages and in file names. */
  private static final int TITLE_MAX = 200;

  private static final int ID_DIGITS = 16;

  public Campaign {
    if (title.isBlank() || title.length() > TITLE_MAX || title.lines().count() > 1) {
      throw new IllegalArgumentException(
          "a title has 1 to %d characters on one line".formatted(TITLE_MAX));
    }
    var _ = new Payout(address, goal); // Refuses dust.
  }

  /** Names it: the beginning of a hash of all that it says. */
  public String id() {
    var text =
        String.join(
            "\n",
            address.network().toString(),
            address.toString(),
            String.valueOf(goal.value()),
            expires.toString(),
            title);
    var hash = Crypto.sha256(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(expires);
  }

  /** The payment that everybody signs for, with these inputs. */
  Transaction payment(List<TxIn> inputs) {
    var output = new TxOut(new Satoshi(goal.value()), address.lockingScript().bytes());
    return new Transaction(2, inputs, List.of(output), 0);
  }

  /** The same without any input, for a request to sign. */
  public Transaction outline() {
    return payment(List.of());
  }

  /** The same with one input that is not signed yet. */
  public Transaction withInput(OutPoint coin) {
    return payment(List.of(new TxIn(coin.toKmp(), Pledge.SEQUENCE)));
  }
}
