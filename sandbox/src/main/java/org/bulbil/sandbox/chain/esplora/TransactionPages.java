package org.bulbil.sandbox.chain.esplora;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.Submission;
import org.bulbil.sandbox.chain.ledger.ChainView;
import org.bulbil.sandbox.chain.ledger.Located;
import org.bulbil.sandbox.chain.ledger.MinedBlock;
import org.bulbil.sandbox.chain.ledger.Place;
import org.bulbil.sandbox.chain.ledger.Spender;
import org.bulbil.sandbox.chain.rules.MerklePath;

/** Everything about single transactions, and the way in for new ones. */
final class TransactionPages {

  private static final String NOT_FOUND = "Transaction not found";

  private final RegtestChain chain;

  TransactionPages(RegtestChain chain) {
    this.chain = chain;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/tx", call -> broadcast(call.body())),
        transaction("", (_, it) -> Answer.json(TransactionMessage.of(it))),
        transaction("/status", (_, it) -> Answer.json(StatusMessage.of(it.place()))),
        transaction("/hex", (_, it) -> Answer.text(hex(Transaction.write(it.transaction())))),
        transaction("/raw", (_, it) -> Answer.bytes(Transaction.write(it.transaction()))),
        transaction("/outspends", (view, it) -> Answer.json(spenders(view, it.transaction()))),
        Route.get("/tx/{txid}/outspend/{index}", this::spender),
        transaction("/merkle-proof", (view, it) -> proven(view, it, TransactionPages::proof)),
        transaction(
            "/merkleblock-proof",
            (view, it) ->
                proven(view, it, (block, at) -> Answer.text(hex(MerkleBlock.proof(block, at))))));
  }

  /** A route that begins with a transaction and says 404 where there is none. */
  private Route transaction(String rest, BiFunction<ChainView, Located, Answer> answer) {
    return Route.get(
        "/tx/{txid}" + rest,
        call ->
            chain.read(
                view ->
                    view.transaction(call.txid())
                        .map(it -> answer.apply(view, it))
                        .orElseGet(Answer.notFound(NOT_FOUND))));
  }

  private static Answer proven(
      ChainView view, Located located, BiFunction<MinedBlock, Integer, Answer> proof) {
    return switch (located.place()) {
      case Place.Confirmed it -> proof.apply(view.block(it.height()).orElseThrow(), it.position());
      case Place.Waiting _ -> Answer.text(404, "Transaction not found or is unconfirmed");
    };
  }

  private static Answer proof(MinedBlock block, int position) {
    var siblings =
        MerklePath.siblings(block.block().tx, position).stream()
            .map(hash -> hash.reversed().toHex())
            .toList();
    return Answer.json(new ProofMessage(block.height(), siblings, position));
  }

  private Answer spender(Call call) {
    var outPoint = new OutPoint(call.txid(), call.number("index"));
    return Answer.json(chain.read(view -> spender(view, outPoint)));
  }

  private static List<SpenderMessage> spenders(ChainView view, Transaction transaction) {
    return IntStream.range(0, transaction.txOut.size())
        .mapToObj(i -> spender(view, new OutPoint(transaction, i)))
        .toList();
  }

  private static SpenderMessage spender(ChainView view, OutPoint outPoint) {
    return view.spender(outPoint)
        .map(spender -> message(view, spender))
        .orElse(SpenderMessage.UNSPENT);
  }

  private static SpenderMessage message(ChainView view, Spender spender) {
    var status = view.transaction(spender.transaction()).map(it -> StatusMessage.of(it.place()));
    return new SpenderMessage(
        true, Optional.of(spender.transaction().toString()), Optional.of(spender.input()), status);
  }

  private Answer broadcast(String hex) {
    return switch (chain.submit(parse(hex))) {
      case Submission.Accepted(TxId id) -> Answer.text(id);
      case Submission.AlreadyKnown(TxId id) -> known(id);
      case Submission.Rejected(String reason) -> refused(-26, reason);
    };
  }

  /** As Bitcoin Core: what waits may be sent again, what is in a block may not. */
  private Answer known(TxId id) {
    boolean waits =
        chain
            .read(view -> view.transaction(id).filter(it -> it.place() instanceof Place.Waiting))
            .isPresent();
    return waits ? Answer.text(id) : refused(-27, "Transaction outputs already in utxo set");
  }

  private static Answer refused(int code, String reason) {
    var message = reason.replace("\\", "\\\\").replace("\"", "\\\"");
    return Answer.text(
        400,
        "sendrawtransaction RPC error: {\"code\":" + code + ",\"message\":\"" + message + "\"}");
  }

  private static Transaction parse(String hex) {
    try {
      return Transaction.read(HexFormat.of().parseHex(hex.strip()));
    } catch (RuntimeException e) { // The library throws whatever broken bytes lead to.
      throw new BadRequest(
          "sendrawtransaction RPC error: {\"code\":-22,\"message\":\"TX decode failed\"}");
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
