package org.bulbil.bitcoin.testing;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.Sighting;

/** The blocks of a {@link TestingChain}, and where in them everything is. */
final class Confirmed {

  /**
   * A transaction's place in a block.
   *
   * @param sighting as servers speak of it
   */
  record Place(TestingBlock block, int position, Sighting sighting) {
    static Place of(TestingBlock block, int position) {
      var id = TxId.of(block.transactions().get(position));
      return new Place(block, position, new Sighting(id, Optional.of(block.tip())));
    }

    int height() {
      return block.height();
    }

    Transaction transaction() {
      return block.transactions().get(position);
    }
  }

  private final List<TestingBlock> blocks = new ArrayList<>();
  private final Map<fr.acinq.bitcoin.TxId, Place> places = new HashMap<>();
  private final Map<OutPoint, TxOut> unspent = new HashMap<>();
  private final Map<OutPoint, TxId> spenders = new HashMap<>();
  private final Map<ByteVector, List<Place>> histories = new HashMap<>();

  List<TestingBlock> blocks() {
    return blocks;
  }

  TestingBlock last() {
    return blocks.getLast();
  }

  void connect(TestingBlock block) {
    blocks.add(block);
    for (int i = 0; i < block.transactions().size(); i++) {
      connect(Place.of(block, i));
    }
  }

  private void connect(Place place) {
    var transaction = place.transaction();
    places.put(transaction.txid, place);
    scripts(transaction)
        .forEach(script -> histories.computeIfAbsent(script, _ -> new ArrayList<>()).add(place));
    for (var input : transaction.txIn) {
      unspent.remove(input.outPoint);
      spenders.put(input.outPoint, place.sighting().transaction());
    }
    for (int i = 0; i < transaction.txOut.size(); i++) {
      unspent.put(new OutPoint(transaction, i), transaction.txOut.get(i));
    }
  }

  /** Takes the last block off again. */
  TestingBlock disconnect() {
    var block = blocks.removeLast();
    block.transactions().reversed().forEach(this::disconnect);
    return block;
  }

  private void disconnect(Transaction transaction) {
    for (int i = 0; i < transaction.txOut.size(); i++) {
      unspent.remove(new OutPoint(transaction, i));
    }
    for (var input : transaction.txIn) {
      spenders.remove(input.outPoint);
      output(input.outPoint).ifPresent(output -> unspent.put(input.outPoint, output));
    }
    scripts(transaction).forEach(script -> historyOf(script).removeLast());
    places.remove(transaction.txid);
  }

  /** What a transaction pays to, and what it spends from. */
  private Set<ByteVector> scripts(Transaction transaction) {
    var scripts = new LinkedHashSet<ByteVector>();
    transaction.txOut.forEach(output -> scripts.add(output.publicKeyScript));
    for (TxIn input : transaction.txIn) {
      output(input.outPoint).ifPresent(output -> scripts.add(output.publicKeyScript));
    }
    return scripts;
  }

  Optional<Place> place(fr.acinq.bitcoin.TxId id) {
    return Optional.ofNullable(places.get(id));
  }

  /** An output of any transaction here, spent or not. */
  Optional<TxOut> output(OutPoint point) {
    return place(point.txid)
        .map(place -> place.transaction().txOut)
        .filter(outputs -> point.index < outputs.size())
        .map(outputs -> outputs.get((int) point.index));
  }

  Optional<TxOut> unspent(OutPoint point) {
    return Optional.ofNullable(unspent.get(point));
  }

  Optional<TxId> spender(OutPoint point) {
    return Optional.ofNullable(spenders.get(point));
  }

  /** Oldest first; not a copy. */
  List<Place> historyOf(ByteVector script) {
    return histories.getOrDefault(script, List.of());
  }
}
