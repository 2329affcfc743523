package org.bulbil.sandbox.chain.esplora;

import fr.acinq.bitcoin.TxId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.ledger.ChainView;
import org.bulbil.sandbox.chain.ledger.MempoolEntry;
import org.bulbil.sandbox.chain.ledger.ScriptHash;

/** Everything about addresses; a script hash does wherever an address does. */
final class ScriptPages {

  /** Confirmed transactions on one page. */
  private static final int CONFIRMED = 25;

  /** Unconfirmed ones that are shown at all. */
  private static final int WAITING = 50;

  private final RegtestChain chain;

  ScriptPages(RegtestChain chain) {
    this.chain = chain;
  }

  List<Route> routes() {
    return Stream.of(
            both("/txs", (view, call) -> Answer.json(newest(view, script(call)))),
            both("/txs/mempool", (view, call) -> Answer.json(waiting(view, script(call)).toList())),
            both("/txs/chain", (view, call) -> Answer.json(firstPage(view, script(call)).toList())),
            both("/txs/chain/{after}", (view, call) -> Answer.json(nextPage(view, call))),
            both("/utxo", (view, call) -> Answer.json(unspent(view, script(call)))),
            both("", (view, call) -> Answer.json(summary(view, call))))
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> both(String rest, BiFunction<ChainView, Call, Answer> answer) {
    return Stream.of("/address/{address}", "/scripthash/{scripthash}")
        .map(start -> start + rest)
        .map(path -> Route.get(path, call -> chain.read(view -> answer.apply(view, call))))
        .toList();
  }

  private static ScriptHash script(Call call) {
    return call.variables().containsKey("address") ? call.address().hash() : call.scriptHash();
  }

  private static List<TransactionMessage> newest(ChainView view, ScriptHash script) {
    return Stream.concat(waiting(view, script), firstPage(view, script)).toList();
  }

  private static Stream<TransactionMessage> waiting(ChainView view, ScriptHash script) {
    return messages(view, view.waiting(script).reversed().stream().map(MempoolEntry::id))
        .limit(WAITING);
  }

  private static Stream<TransactionMessage> firstPage(ChainView view, ScriptHash script) {
    return messages(view, view.confirmed(script).reversed().stream()).limit(CONFIRMED);
  }

  /** What comes after a transaction that the client names; nothing, where it is not there. */
  private static List<TransactionMessage> nextPage(ChainView view, Call call) {
    var after = call.txid("after");
    var ids = view.confirmed(script(call)).reversed().stream();
    return messages(view, ids.dropWhile(id -> !id.equals(after)).skip(1)).limit(CONFIRMED).toList();
  }

  private static Stream<TransactionMessage> messages(ChainView view, Stream<TxId> ids) {
    return ids.flatMap(id -> view.transaction(id).stream()).map(TransactionMessage::of);
  }

  private static List<UnspentMessage> unspent(ChainView view, ScriptHash script) {
    return view.unspent(script).stream().map(UnspentMessage::of).toList();
  }

  private static ScriptMessage summary(ChainView view, Call call) {
    var script = script(call);
    var address = Optional.ofNullable(call.variables().get("address"));
    var hash = Optional.of(script.value().toHex()).filter(_ -> address.isEmpty());
    return new ScriptMessage(
        address,
        hash,
        TurnoverMessage.of(view.turnover(script)),
        TurnoverMessage.of(view.waitingTurnover(script)));
  }
}
