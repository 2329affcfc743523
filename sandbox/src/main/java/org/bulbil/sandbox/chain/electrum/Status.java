package org.bulbil.sandbox.chain.electrum;

import fr.acinq.bitcoin.ByteVector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bulbil.sandbox.chain.ledger.ChainView;
import org.bulbil.sandbox.chain.ledger.MempoolEntry;
import org.bulbil.sandbox.chain.ledger.Place;
import org.bulbil.sandbox.chain.ledger.ScriptHash;

/** The history of a script, and the digest of it by which a client notices changes. */
final class Status {

  /** In a history, the height of what waits; -1 where one of its inputs waits as well. */
  private static final int UNCONFIRMED = 0;

  private Status() {}

  /** An entry of a history; a waiting transaction tells its fee. */
  record Item(String txid, int height, Optional<Long> fee) {

    Map<String, Object> json() {
      var json = new LinkedHashMap<String, Object>();
      json.put("tx_hash", txid);
      json.put("height", height);
      fee.ifPresent(sat -> json.put("fee", sat));
      return json;
    }
  }

  static List<Item> history(ChainView view, ScriptHash script) {
    var items = new ArrayList<Item>();
    view.confirmed(script).stream()
        .flatMap(id -> view.transaction(id).stream())
        .forEach(
            it -> {
              if (it.place() instanceof Place.Confirmed place) {
                items.add(new Item(it.id().toString(), place.height(), Optional.empty()));
              }
            });
    items.addAll(waiting(view, script));
    return items;
  }

  static List<Item> waiting(ChainView view, ScriptHash script) {
    return view.waiting(script).stream()
        .map(
            entry ->
                new Item(
                    entry.id().toString(), height(view, entry), Optional.of(entry.fee().value())))
        .toList();
  }

  private static int height(ChainView view, MempoolEntry entry) {
    boolean onWaiting =
        entry.spending().coins().stream()
            .flatMap(coin -> view.transaction(coin.outPoint().txid).stream())
            .anyMatch(it -> it.place() instanceof Place.Waiting);
    return onWaiting ? -1 : UNCONFIRMED;
  }

  /** SHA-256 of {@code txid:height:} for each item; empty for a script without history. */
  static Optional<String> of(ChainView view, ScriptHash script) {
    var items = history(view, script);
    var text =
        items.stream()
            .map(item -> item.txid() + ":" + item.height() + ":")
            .collect(Collectors.joining());
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(new ByteVector(text.getBytes(StandardCharsets.US_ASCII)).sha256().toHex());
  }
}
