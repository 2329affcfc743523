package org.bulbil.sandbox.chain.esplora;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.ledger.ChainView;

/** Everything about what waits, and what it costs not to. */
final class MempoolPages {

  private static final int RECENT = 10;

  /** Blocks that a fee is estimated for: 1 to 25, a day, half a week, a week. */
  private static final List<Integer> TARGETS =
      IntStream.concat(IntStream.rangeClosed(1, 25), IntStream.of(144, 504, 1008)).boxed().toList();

  private final RegtestChain chain;

  MempoolPages(RegtestChain chain) {
    this.chain = chain;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/mempool", _ -> Answer.json(MempoolMessage.of(chain.read(ChainView::mempool)))),
        Route.get("/mempool/txids", _ -> Answer.json(ids())),
        Route.get("/mempool/recent", _ -> Answer.json(recent())),
        Route.get("/fee-estimates", _ -> Answer.json(chain.read(MempoolPages::estimates))));
  }

  private List<String> ids() {
    return chain.read(ChainView::mempool).stream().map(entry -> entry.id().toString()).toList();
  }

  private List<RecentMessage> recent() {
    return chain.read(ChainView::mempool).reversed().stream()
        .limit(RECENT)
        .map(RecentMessage::of)
        .toList();
  }

  private static Map<String, Double> estimates(ChainView view) {
    var rates = new LinkedHashMap<String, Double>();
    TARGETS.forEach(
        blocks -> rates.put(blocks.toString(), view.feeEstimate(blocks).satPerKvb() / 1000.0));
    return rates;
  }
}
