package org.bulbil.bitcoin.pledge;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.ScriptWitness;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.psbt.SignedInput;
import org.bulbil.bitcoin.selection.Spending;
import org.bulbil.core.money.Sats;

/**
 * One coin that its owner has signed towards a campaign. It may have passed many hands: whether it
 * is good says {@link PledgeCheck}.
 *
 * @param campaign the id of what it is for
 * @param value of the coin, as the file says
 * @param script of the coin, as the file says
 */
public record Pledge(
    String campaign, OutPoint coin, Sats value, LockingScript script, SignedInput signed) {

  /** Replaceable (BIP125), and no relative lock time; the signature covers it. */
  public static final long SEQUENCE = 0xfffffffdL;

  TxIn input() {
    return new TxIn(coin.toKmp(), signed.scriptSig(), SEQUENCE, signed.witness());
  }

  TxOut spent() {
    return new TxOut(new Satoshi(value.value()), script.bytes());
  }

  /** How its coin is spent; by an ordinary key, since anything else is refused before. */
  Spending spending() {
    return switch (script.type().orElseThrow()) {
      case P2PKH -> Spending.PKH;
      case P2WPKH -> Spending.WPKH;
      case P2TR -> Spending.TR;
      case P2SH, P2WSH -> Spending.SH_WPKH;
    };
  }

  /** The last byte of its signature. */
  int signatureType() {
    ScriptWitness witness = signed.witness();
    var signature =
        witness.stack.isEmpty() ? firstPush(signed.scriptSig()) : witness.stack.getFirst();
    return signature.isEmpty() ? 0 : signature.get(signature.size() - 1) & 0xff;
  }

  /** Of a script that begins by pushing a signature of less than 76 bytes. */
  private static ByteVector firstPush(ByteVector script) {
    int length = script.isEmpty() ? 0 : script.get(0);
    return length > 0 && length < 76 && script.size() > length
        ? script.slice(1, length + 1)
        : ByteVector.empty;
  }
}
