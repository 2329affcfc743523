package org.bulbil.agent.survive;

import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.chain.HistoryPage;
import org.bulbil.bitcoin.chain.MerkleProof;
import org.bulbil.bitcoin.chain.Sighting;
import org.bulbil.bitcoin.chain.Tip;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;

/** Without the shared input: where there are other coins, a second attempt is paid from those. */
final class FreshCoins implements ChainSource {

  private static final long FEE = 3_000;

  private final ChainSource server;
  private final Supplier<Observer> observer;

  FreshCoins(ChainSource server, Supplier<Observer> observer) {
    this.server = server;
    this.observer = observer;
  }

  @Override
  public Outcome<TxId> broadcast(Transaction transaction) {
    return server.broadcast(
        observer.get().payments.isRetry(transaction)
            ? afresh(transaction).orElse(transaction)
            : transaction);
  }

  /** The same payee and amount, from a coin that no payment has taken. */
  private Optional<Transaction> afresh(Transaction transaction) {
    var watching = observer.get();
    var paid = transaction.txOut.getFirst();
    long needed = paid.amount.toLong() + FEE;
    var spoken = watching.payments.spoken();
    return watching.truth.coins().entrySet().stream()
        .filter(coin -> !spoken.contains(coin.getKey()))
        .filter(coin -> coin.getValue().amount.toLong() >= needed)
        .findFirst()
        .map(coin -> sign(watching.account, coin.getKey(), coin.getValue(), paid));
  }

  private static Transaction sign(Account account, OutPoint point, TxOut coin, TxOut paid) {
    var branch = account.branchOf(LockingScript.of(coin.publicKeyScript)).orElseThrow();
    long back = coin.amount.toLong() - paid.amount.toLong() - FEE;
    var change =
        new TxOut(new Satoshi(back), account.address(Branch.CHANGE).lockingScript().bytes());
    var unsigned =
        new Transaction(2, List.of(new TxIn(point, 0xfffffffdL)), List.of(paid, change), 0);
    return account.sign(
        unsigned, List.of(new Account.Spending(branch, Sats.of(coin.amount.toLong()))));
  }

  @Override
  public String name() {
    return server.name();
  }

  @Override
  public Outcome<Tip> tip() {
    return server.tip();
  }

  @Override
  public Outcome<List<BlockHeader>> headers(int from, int count) {
    return server.headers(from, count);
  }

  @Override
  public Outcome<HistoryPage> history(LockingScript script, Optional<TxId> after) {
    return server.history(script, after);
  }

  @Override
  public Outcome<List<TxId>> mempool(LockingScript script) {
    return server.mempool(script);
  }

  @Override
  public Outcome<Transaction> transaction(TxId id) {
    return server.transaction(id);
  }

  @Override
  public Outcome<MerkleProof> merkleProof(TxId id) {
    return server.merkleProof(id);
  }

  @Override
  public Outcome<FeeEstimates> feeEstimates() {
    return server.feeEstimates();
  }

  @Override
  public Outcome<Sighting> status(TxId id) {
    return server.status(id);
  }

  @Override
  public Outcome<Optional<Sighting>> spender(org.bulbil.bitcoin.OutPoint point) {
    return server.spender(point);
  }
}
