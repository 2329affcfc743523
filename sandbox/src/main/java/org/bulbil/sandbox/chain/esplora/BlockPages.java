package org.bulbil.sandbox.chain.esplora;

import fr.acinq.bitcoin.Block;
import fr.acinq.bitcoin.BlockHeader;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.ledger.ChainView;
import org.bulbil.sandbox.chain.ledger.MinedBlock;

/** Everything about blocks. */
final class BlockPages {

  /** Blocks on one page of {@code /blocks}. */
  private static final int BLOCKS = 10;

  /** Transactions on one page of a block. */
  private static final int TRANSACTIONS = 25;

  private final RegtestChain chain;

  BlockPages(RegtestChain chain) {
    this.chain = chain;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/blocks/tip/height", _ -> Answer.text(chain.tip().height())),
        Route.get("/blocks/tip/hash", _ -> Answer.text(chain.tip().id())),
        Route.get("/blocks", _ -> Answer.json(chain.read(view -> page(view, view.height())))),
        Route.get("/blocks/{height}", call -> newestFrom(call.number("height"))),
        Route.get("/block-height/{height}", this::atHeight),
        block("", (it, _) -> Answer.json(BlockMessage.of(it))),
        Route.get("/block/{hash}/status", this::status),
        block("/header", (it, _) -> Answer.text(hex(BlockHeader.write(it.block().header)))),
        block("/raw", (it, _) -> Answer.bytes(Block.write(it.block()))),
        block("/txids", (it, _) -> Answer.json(ids(it))),
        block("/txid/{index}", (it, call) -> id(it, call.number("index"))),
        block("/txs", (it, _) -> transactions(it, 0)),
        block("/txs/{start}", (it, call) -> transactions(it, call.number("start"))));
  }

  /** A route that begins with a block and says 404 where there is none. */
  private Route block(String rest, BiFunction<MinedBlock, Call, Answer> answer) {
    return Route.get(
        "/block/{hash}" + rest,
        call ->
            chain
                .read(view -> view.block(call.block()))
                .map(it -> answer.apply(it, call))
                .orElseGet(Answer.notFound("Block not found")));
  }

  private Answer newestFrom(int height) {
    return Answer.json(chain.read(view -> page(view, Math.min(height, view.height()))));
  }

  private static List<BlockMessage> page(ChainView view, int newest) {
    return IntStream.iterate(newest, height -> height - 1)
        .limit(BLOCKS)
        .mapToObj(view::block)
        .flatMap(Optional::stream)
        .map(BlockMessage::of)
        .toList();
  }

  private Answer atHeight(Call call) {
    return chain
        .read(view -> view.block(call.number("height")))
        .map(block -> Answer.text(block.id()))
        .orElseGet(Answer.notFound("Block not found"));
  }

  private Answer status(Call call) {
    Function<ChainView, BlockStatusMessage> question =
        view ->
            view.block(call.block())
                .map(block -> status(view, block.height()))
                .orElse(new BlockStatusMessage(false, Optional.empty(), Optional.empty()));
    return Answer.json(chain.read(question));
  }

  private static BlockStatusMessage status(ChainView view, int height) {
    var next = view.block(height + 1).map(block -> block.id().toString());
    return new BlockStatusMessage(true, Optional.of(height), next);
  }

  private static List<String> ids(MinedBlock block) {
    return block.block().tx.stream().map(transaction -> transaction.txid.toString()).toList();
  }

  private static Answer id(MinedBlock block, int index) {
    var ids = ids(block);
    return index < 0 || index >= ids.size()
        ? Answer.text(404, "tx index out of range")
        : Answer.text(ids.get(index));
  }

  private Answer transactions(MinedBlock block, int start) {
    if (start % TRANSACTIONS != 0) {
      return Answer.text(400, "start index must be a multipication of " + TRANSACTIONS);
    }
    var all = block.block().tx;
    if (start >= all.size()) {
      return Answer.text(400, "start index out of range");
    }
    return Answer.json(
        chain.read(
            view ->
                all.stream()
                    .skip(start)
                    .limit(TRANSACTIONS)
                    .flatMap(transaction -> view.transaction(transaction.txid).stream())
                    .map(TransactionMessage::of)
                    .toList()));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
