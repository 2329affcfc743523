package org.bulbil.bitcoin.psbt;

import fr.acinq.bitcoin.SigHash;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.psbt.Global;
import fr.acinq.bitcoin.psbt.Psbt;
import java.util.List;

/**
 * A PSBT that asks a donor to sign one coin of his towards outputs that others pay with him: his
 * signature covers all outputs and no other input (SIGHASH_ALL|ANYONECANPAY).
 */
public final class SigningRequest {

  /** Type of such a signature, its last byte. */
  public static final int TOGETHER = SigHash.SIGHASH_ALL | SigHash.SIGHASH_ANYONECANPAY;

  private SigningRequest() {}

  /**
   * The request.
   *
   * @param outline what is paid, without inputs
   */
  public static Psbt of(Transaction outline, DonorCoin coin, long sequence) {
    var inputs = List.of(new TxIn(coin.point().toKmp(), sequence));
    var transaction = new Transaction(outline.version, inputs, outline.txOut, outline.lockTime);
    return new Psbt(
        new Global(0, transaction, List.of(), List.of()),
        List.of(Entries.input(coin, TOGETHER)),
        outline.txOut.stream().map(_ -> Entries.foreign()).toList());
  }
}
