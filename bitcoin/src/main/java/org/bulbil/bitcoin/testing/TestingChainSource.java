package org.bulbil.bitcoin.testing;

import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bulbil.bitcoin.BlockHash;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.chain.HistoryPage;
import org.bulbil.bitcoin.chain.MerkleProof;
import org.bulbil.bitcoin.chain.Sighting;
import org.bulbil.bitcoin.chain.Tip;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.outcome.Outcome;

/** A server over a {@link TestingChain} that can be down, forget, refuse, and make things up. */
public final class TestingChainSource implements ChainSource {

  /** As Esplora's. */
  private static final int PAGE = 25;

  private final String name;
  private final TestingChain chain;
  private final Set<TxId> omitted = new HashSet<>();
  private final List<Transaction> invented = new ArrayList<>();
  private FeeEstimates estimates = FeeEstimates.flat(FeeRate.ofSatPerVb(2));
  private boolean isDown;
  private boolean refusesBroadcasts;
  private int requests;
  private int feeQuestions;

  TestingChainSource(String name, TestingChain chain) {
    this.name = name;
    this.chain = chain;
  }

  /** From now on nothing is answered. */
  public void goDown() {
    isDown = true;
  }

  public void comeUp() {
    isDown = false;
  }

  /** Refuses every transaction from now on, as if its fee were too low. */
  public void refuseBroadcasts() {
    refusesBroadcasts = true;
  }

  public void acceptBroadcasts() {
    refusesBroadcasts = false;
  }

  /** Leaves a transaction out of every answer, as if it had never been seen. */
  public void omit(TxId id) {
    omitted.add(id);
  }

  public void mention(TxId id) {
    omitted.remove(id);
  }

  /** Claims that {@code transaction}, which no block holds, is confirmed in the tip. */
  public void invent(Transaction transaction) {
    invented.add(transaction);
  }

  public void estimate(FeeEstimates estimates) {
    this.estimates = estimates;
  }

  /** How many questions were asked so far. */
  public int requests() {
    return requests;
  }

  /** How often it was asked for fee rates. */
  public int feeQuestions() {
    return feeQuestions;
  }

  @Override
  public String name() {
    return name;
  }

  private <T> Outcome<T> answer(java.util.function.Supplier<Outcome<T>> answer) {
    requests++;
    return isDown ? Outcome.unknown("no answer in time") : answer.get();
  }

  @Override
  public Outcome<Tip> tip() {
    return answer(() -> Outcome.done(chain.tip()));
  }

  @Override
  public Outcome<List<BlockHeader>> headers(int from, int count) {
    return answer(
        () ->
            Outcome.done(
                chain.blocks().stream()
                    .skip(from)
                    .limit(count)
                    .map(TestingBlock::header)
                    .toList()));
  }

  @Override
  public Outcome<HistoryPage> history(LockingScript script, Optional<TxId> after) {
    return answer(() -> Outcome.done(page(script, after)));
  }

  private HistoryPage page(LockingScript script, Optional<TxId> after) {
    var confirmed = confirmed(script);
    int start =
        after
            .map(last -> confirmed.stream().map(Sighting::transaction).toList().indexOf(last) + 1)
            .orElse(0);
    var sightings = new ArrayList<Sighting>();
    if (after.isEmpty()) {
      unconfirmed(script).forEach(id -> sightings.add(new Sighting(id, Optional.empty())));
    }
    int end = Math.min(start + PAGE, confirmed.size());
    sightings.addAll(confirmed.subList(start, end));
    boolean isLast = end == confirmed.size();
    return new HistoryPage(
        sightings, isLast ? Optional.empty() : Optional.of(sightings.getLast().transaction()));
  }

  /** Newest first. */
  private List<Sighting> confirmed(LockingScript script) {
    var sightings = new ArrayList<Sighting>();
    invented.stream()
        .filter(transaction -> touches(transaction, script))
        .forEach(transaction -> sightings.add(seen(transaction, chain.tip())));
    for (var block : chain.blocks().reversed()) {
      block.transactions().stream()
          .filter(transaction -> touches(transaction, script))
          .filter(transaction -> !omitted.contains(TxId.of(transaction)))
          .forEach(transaction -> sightings.add(seen(transaction, tip(block))));
    }
    return sightings;
  }

  private static Sighting seen(Transaction transaction, Tip block) {
    return new Sighting(TxId.of(transaction), Optional.of(block));
  }

  private static Tip tip(TestingBlock block) {
    return new Tip(block.height(), BlockHash.of(block.header()));
  }

  private List<TxId> unconfirmed(LockingScript script) {
    return chain.waiting().stream()
        .filter(transaction -> touches(transaction, script))
        .map(TxId::of)
        .filter(id -> !omitted.contains(id))
        .toList();
  }

  private boolean touches(Transaction transaction, LockingScript script) {
    var bytes = new ByteVector(script.bytes());
    return transaction.txOut.stream().anyMatch(output -> output.publicKeyScript.equals(bytes))
        || transaction.txIn.stream()
            .flatMap(input -> chain.output(input.outPoint).stream())
            .anyMatch(output -> output.publicKeyScript.equals(bytes));
  }

  @Override
  public Outcome<List<TxId>> mempool(LockingScript script) {
    return answer(() -> Outcome.done(unconfirmed(script)));
  }

  @Override
  public Outcome<Transaction> transaction(TxId id) {
    return answer(
        () ->
            invented.stream()
                .filter(transaction -> TxId.of(transaction).equals(id))
                .findFirst()
                .or(() -> known(id))
                .map(Outcome::done)
                .orElseGet(TestingChainSource::notFound));
  }

  private Optional<Transaction> known(TxId id) {
    return omitted.contains(id) ? Optional.empty() : chain.find(id);
  }

  @Override
  public Outcome<MerkleProof> merkleProof(TxId id) {
    return answer(
        () ->
            invented.stream().anyMatch(transaction -> TxId.of(transaction).equals(id))
                ? Outcome.done(chain.blocks().getLast().proof(0))
                : chain
                    .blockOf(id)
                    .map(block -> Outcome.done(block.proof(block.indexOf(id))))
                    .orElseGet(TestingChainSource::notFound));
  }

  private static <T> Outcome<T> notFound() {
    return Outcome.refused("Transaction not found", 404);
  }

  @Override
  public Outcome<FeeEstimates> feeEstimates() {
    feeQuestions++;
    return answer(() -> Outcome.done(estimates));
  }

  @Override
  public Outcome<TxId> broadcast(Transaction transaction) {
    return answer(
        () ->
            refusesBroadcasts
                ? Outcome.refused("min relay fee not met", 400)
                : chain.submit(transaction));
  }

  @Override
  public Outcome<Sighting> status(TxId id) {
    return answer(
        () ->
            known(id)
                .map(
                    _ ->
                        Outcome.done(
                            new Sighting(id, chain.blockOf(id).map(TestingChainSource::tip))))
                .orElseGet(TestingChainSource::notFound));
  }

  @Override
  public Outcome<Optional<Sighting>> spender(OutPoint point) {
    return answer(
        () ->
            Outcome.done(
                java.util.stream.Stream.concat(chain.waiting().stream(), chain.confirmed().stream())
                    .filter(
                        transaction ->
                            transaction.txIn.stream()
                                .anyMatch(input -> input.outPoint.equals(point.toKmp())))
                    .findFirst()
                    .map(TxId::of)
                    .map(id -> new Sighting(id, chain.blockOf(id).map(TestingChainSource::tip)))));
  }
}
