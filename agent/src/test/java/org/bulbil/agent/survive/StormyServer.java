package org.bulbil.agent.survive;

import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.chain.HistoryPage;
import org.bulbil.bitcoin.chain.MerkleProof;
import org.bulbil.bitcoin.chain.Sighting;
import org.bulbil.bitcoin.chain.Tip;
import org.bulbil.core.outcome.Outcome;

/** A chain server behind a bad wire. */
final class StormyServer implements ChainSource {

  private final ChainSource server;
  private final Wire wire;
  private final Consumer<Transaction> watch;

  /**
   * @param watch sees what is broadcast when it gets there
   */
  StormyServer(ChainSource server, Wire wire, Consumer<Transaction> watch) {
    this.server = server;
    this.wire = wire;
    this.watch = watch;
  }

  @Override
  public String name() {
    return server.name();
  }

  @Override
  public Outcome<Tip> tip() {
    return wire.send("tip", server::tip);
  }

  @Override
  public Outcome<List<BlockHeader>> headers(int from, int count) {
    return wire.send("headers", () -> server.headers(from, count));
  }

  @Override
  public Outcome<HistoryPage> history(LockingScript script, Optional<TxId> after) {
    return wire.send("history", () -> server.history(script, after));
  }

  @Override
  public Outcome<List<TxId>> mempool(LockingScript script) {
    return wire.send("mempool", () -> server.mempool(script));
  }

  @Override
  public Outcome<Transaction> transaction(TxId id) {
    return wire.send("transaction", () -> server.transaction(id));
  }

  @Override
  public Outcome<MerkleProof> merkleProof(TxId id) {
    return wire.send("proof", () -> server.merkleProof(id));
  }

  @Override
  public Outcome<FeeEstimates> feeEstimates() {
    return wire.send("fee estimates", server::feeEstimates);
  }

  @Override
  public Outcome<TxId> broadcast(Transaction transaction) {
    return wire.send(
        "broadcast",
        () -> {
          watch.accept(transaction);
          return server.broadcast(transaction);
        });
  }

  @Override
  public Outcome<Sighting> status(TxId id) {
    return wire.send("status", () -> server.status(id));
  }

  @Override
  public Outcome<Optional<Sighting>> spender(OutPoint point) {
    return wire.send("spender", () -> server.spender(point));
  }
}
