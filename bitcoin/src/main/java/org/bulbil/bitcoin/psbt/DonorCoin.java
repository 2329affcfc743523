package org.bulbil.bitcoin.psbt;

import fr.acinq.bitcoin.Transaction;
import java.util.Optional;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.selection.Spending;
import org.bulbil.core.money.Sats;

/**
 * An output that a donor may spend.
 *
 * @param previous the whole transaction that made it, by which a signer proves the amount: needed
 *     for a coin without witness, wanted by hardware wallets for every coin but taproot's
 * @param key the key that spends it, where known; always for one in a script hash
 */
public record DonorCoin(
    OutPoint point,
    Sats value,
    LockingScript script,
    Spending spending,
    Optional<Transaction> previous,
    Optional<KeySource> key) {

  /** Indexes of each branch at which the key of a named coin is looked for. */
  private static final int INDEXES = 1_000;

  public DonorCoin {
    previous.ifPresent(transaction -> check(transaction, point, value, script));
    if (spending == Spending.PKH && previous.isEmpty()) {
      throw new IllegalArgumentException(
          point + " has no witness: it needs its whole previous transaction (BIP174)");
    }
    if (spending == Spending.SH_WPKH && key.isEmpty()) {
      throw new IllegalArgumentException(
          point + " lies in a script hash: it needs the descriptor that it belongs to");
    }
  }

  private static void check(
      Transaction transaction, OutPoint point, Sats value, LockingScript script) {
    boolean isThere =
        TxId.of(transaction).equals(point.transaction())
            && point.index() < transaction.txOut.size();
    if (!isThere) {
      throw new IllegalArgumentException("the previous transaction has no output " + point);
    }
    var output = transaction.txOut.get(point.index());
    if (output.amount.toLong() != value.value()
        || !LockingScript.of(output.publicKeyScript).equals(script)) {
      throw new IllegalArgumentException(
          "%s has another amount or script than its transaction says: %s"
              .formatted(point, output.amount));
    }
  }

  /**
   * An output of a transaction.
   *
   * @param wallet of its owner, where known; only with it a coin in a script hash can be spent
   * @throws IllegalArgumentException where more must be known to spend it
   */
  public static DonorCoin of(Transaction transaction, int index, Optional<Descriptor> wallet) {
    if (index >= transaction.txOut.size()) {
      throw new IllegalArgumentException(
          "%s has %d outputs, counted from 0; there is no %d"
              .formatted(TxId.of(transaction), transaction.txOut.size(), index));
    }
    var output = transaction.txOut.get(index);
    return of(
        new OutPoint(TxId.of(transaction), index),
        Sats.of(output.amount.toLong()),
        LockingScript.of(output.publicKeyScript),
        Optional.of(transaction),
        wallet);
  }

  /** As {@link #of(Transaction, int, Optional)}, by the word of whoever names it. */
  public static DonorCoin of(
      OutPoint point,
      Sats value,
      LockingScript script,
      Optional<Transaction> previous,
      Optional<Descriptor> wallet) {
    var key = wallet.flatMap(it -> it.find(script, INDEXES)).map(Place::key);
    return new DonorCoin(point, value, script, spending(point, script), previous, key);
  }

  /** An output of {@code transaction}, at a place of its owner's descriptor. */
  static DonorCoin of(Transaction transaction, int index, Place place) {
    return new DonorCoin(
        new OutPoint(TxId.of(transaction), index),
        Sats.of(transaction.txOut.get(index).amount.toLong()),
        place.script(),
        spending(new OutPoint(TxId.of(transaction), index), place.script()),
        Optional.of(transaction),
        Optional.of(place.key()));
  }

  private static Spending spending(OutPoint point, LockingScript script) {
    return script
        .type()
        .map(
            type ->
                switch (type) {
                  case P2PKH -> Spending.PKH;
                  case P2WPKH -> Spending.WPKH;
                  case P2TR -> Spending.TR;
                  case P2SH -> Spending.SH_WPKH;
                  case P2WSH ->
                      throw new IllegalArgumentException(
                          point + " needs a script to be spent (P2WSH); only keys are known here");
                })
        .orElseThrow(
            () -> new IllegalArgumentException(point + " has no standard script: " + script.hex()));
  }
}
