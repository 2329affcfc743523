package org.bulbil.bitcoin.message;

import fr.acinq.bitcoin.ByteVector32;
import fr.acinq.bitcoin.Crypto;
import fr.acinq.bitcoin.OP_0;
import fr.acinq.bitcoin.OP_PUSHDATA;
import fr.acinq.bitcoin.OP_RETURN;
import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxId;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bulbil.bitcoin.LockingScript;

/**
 * The two transactions of BIP322 by which a message is signed as a payment would be. They pay
 * nothing and no chain takes them: the first spends an output that cannot exist.
 *
 * @param toSpend has the signer's script and the message in it
 * @param toSign spends that; its witness is the signature
 */
record Challenge(Transaction toSpend, Transaction toSign) {

  private static final String TAG = "BIP0322-signed-message";
  private static final long NOWHERE = 0xffffffffL;
  private static final Satoshi NOTHING = new Satoshi(0);

  static Challenge of(LockingScript script, String message) {
    var toSpend = toSpend(script, hash(message));
    return new Challenge(toSpend, toSign(toSpend));
  }

  static ByteVector32 hash(String message) {
    return Crypto.taggedHash(message.getBytes(StandardCharsets.UTF_8), TAG);
  }

  private static Transaction toSpend(LockingScript script, ByteVector32 hash) {
    var none = new OutPoint(new TxId(ByteVector32.Zeroes), NOWHERE);
    var content = Script.write(List.of(OP_0.INSTANCE, new OP_PUSHDATA(hash)));
    return new Transaction(
        0, List.of(new TxIn(none, content, 0)), List.of(new TxOut(NOTHING, script.bytes())), 0);
  }

  private static Transaction toSign(Transaction toSpend) {
    var nothing = Script.write(List.of(OP_RETURN.INSTANCE));
    return new Transaction(
        0, List.of(new TxIn(new OutPoint(toSpend, 0), 0)), List.of(new TxOut(NOTHING, nothing)), 0);
  }
}
