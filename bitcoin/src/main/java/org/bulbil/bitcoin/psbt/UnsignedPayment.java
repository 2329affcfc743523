package org.bulbil.bitcoin.psbt;

import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import fr.acinq.bitcoin.psbt.Global;
import fr.acinq.bitcoin.psbt.Output;
import fr.acinq.bitcoin.psbt.Psbt;
import java.util.ArrayList;
import java.util.List;
import org.bulbil.bitcoin.Payout;
import org.bulbil.bitcoin.Payouts;
import org.bulbil.bitcoin.selection.Bill.Chosen;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;

/**
 * A payment that needs only the donor's signatures.
 *
 * @param coins what it spends, in the order of its inputs
 * @param fee everything that no output takes
 * @param change what goes back, in the last output; zero where there is none
 * @param vbytes its size once it is signed, at most
 */
public record UnsignedPayment(
    Psbt psbt, List<DonorCoin> coins, Sats fee, Sats change, long vbytes) {

  /** Replaceable (BIP125), and no relative lock time. */
  private static final long SEQUENCE = 0xfffffffdL;

  public UnsignedPayment {
    coins = List.copyOf(coins);
  }

  static UnsignedPayment of(
      Payouts payouts, ChangeTo change, Chosen<DonorCoin> chosen, long vbytes) {
    var outputs = new ArrayList<TxOut>();
    var notes = new ArrayList<Output>();
    payouts
        .all()
        .forEach(
            payout -> {
              outputs.add(output(payout));
              notes.add(Entries.foreign());
            });
    if (chosen.change().isPositive()) {
      outputs.add(output(new Payout(change.address(), chosen.change())));
      notes.add(Entries.change(change));
    }
    var ins =
        chosen.coins().stream().map(coin -> new TxIn(coin.point().toKmp(), SEQUENCE)).toList();
    var inputs = chosen.coins().stream().map(coin -> Entries.input(coin, null)).toList();
    var transaction = new Transaction(2, ins, outputs, 0);
    var global = new Global(0, transaction, List.of(), List.of());
    return new UnsignedPayment(
        new Psbt(global, inputs, notes), chosen.coins(), chosen.fee(), chosen.change(), vbytes);
  }

  private static TxOut output(Payout payout) {
    return new TxOut(
        new Satoshi(payout.amount().value()), payout.address().lockingScript().bytes());
  }

  public Transaction transaction() {
    return psbt.global.tx;
  }

  /** What it really bids; above the wish where change was too small to be worth an output. */
  public FeeRate rate() {
    return FeeRate.of(fee, vbytes);
  }

  /** The bytes of a {@code .psbt} file. */
  public byte[] bytes() {
    return PsbtText.bytes(psbt);
  }

  /** As wallets take it from the clipboard. */
  public String base64() {
    return PsbtText.base64(psbt);
  }
}
