package org.bulbil.bitcoin.testing;

import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private Optional<TestingBlock> forged = Optional.empty();
  private int behind;
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

  /** Shows the chain as it was {@code blocks} ago, and what came since as unconfirmed or unseen. */
  public void fallBehind(int blocks) {
    behind = blocks;
  }

  /** Claims that {@code transaction}, which no block holds, is confirmed in the tip. */
  public void invent(Transaction transaction) {
    invented.add(transaction);
  }

  /**
   * Claims the same with a block of its own, mined upon the tip: where work is worth something,
   * nobody can. The lie ends with the next real block.
   */
  public void forge(Transaction transaction) {
    invented.add(transaction);
    forged = Optional.of(chain.upon(transaction));
  }

  /** Takes back all that was made up. */
  public void comeClean() {
    invented.clear();
    forged = Optional.empty();
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
    return answer(() -> Outcome.done(visibleTip()));
  }

  @Override
  public Outcome<List<BlockHeader>> headers(int from, int count) {
    return answer(() -> Outcome.done(visibleHeaders(from, count)));
  }

  private List<BlockHeader> visibleHeaders(int from, int count) {
    int there = Math.max(0, real().height() + 1 - from);
    var headers = new ArrayList<>(chain.headers(from, Math.min(count, there)));
    forged
        .filter(block -> block.height() >= from && block.height() < from + count)
        .ifPresent(block -> headers.add(block.header()));
    return headers;
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
    inventedFor(script)
        .forEach(lie -> sightings.add(new Sighting(TxId.of(lie), Optional.of(visibleTip()))));
    for (var place : chain.historyOf(script).reversed()) {
      if (isVisible(place) && !omitted.contains(place.sighting().transaction())) {
        sightings.add(place.sighting());
      }
    }
    return sightings;
  }

  private List<Transaction> inventedFor(LockingScript script) {
    if (invented.isEmpty()) {
      return List.of();
    }
    var bytes = new ByteVector(script.bytes());
    return invented.stream()
        .filter(lie -> lie.txOut.stream().anyMatch(out -> out.publicKeyScript.equals(bytes)))
        .toList();
  }

  private List<TxId> unconfirmed(LockingScript script) {
    return chain.waitingFor(script).stream()
        .map(TxId::of)
        .filter(id -> !omitted.contains(id))
        .toList();
  }

  private Tip visibleTip() {
    return forged.map(TestingBlock::tip).orElseGet(this::real);
  }

  private Tip real() {
    return behind == 0
        ? chain.tip()
        : chain.block(Math.max(0, chain.tip().height() - behind)).orElseThrow().tip();
  }

  private boolean isVisible(Confirmed.Place place) {
    return behind == 0 || place.block().height() <= chain.tip().height() - behind;
  }

  @Override
  public Outcome<List<TxId>> mempool(LockingScript script) {
    return answer(() -> Outcome.done(unconfirmed(script)));
  }

  @Override
  public Outcome<Transaction> transaction(TxId id) {
    return answer(
        () ->
            lie(id).or(() -> known(id)).map(Outcome::done).orElseGet(TestingChainSource::notFound));
  }

  private Optional<Transaction> lie(TxId id) {
    return invented.stream().filter(transaction -> TxId.of(transaction).equals(id)).findFirst();
  }

  private Optional<Transaction> known(TxId id) {
    return omitted.contains(id) ? Optional.empty() : chain.find(id.toKmp());
  }

  private Optional<Confirmed.Place> place(TxId id) {
    return chain.place(id.toKmp()).filter(this::isVisible);
  }

  @Override
  public Outcome<MerkleProof> merkleProof(TxId id) {
    return answer(
        () ->
            lie(id)
                .map(_ -> forged.or(() -> chain.block(real().height())).orElseThrow().proof(0))
                .or(() -> place(id).map(place -> place.block().proof(place.position())))
                .map(Outcome::done)
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
            known(id).map(_ -> Outcome.done(sighting(id))).orElseGet(TestingChainSource::notFound));
  }

  private Sighting sighting(TxId id) {
    return new Sighting(id, place(id).map(place -> place.block().tip()));
  }

  @Override
  public Outcome<Optional<Sighting>> spender(OutPoint point) {
    return answer(() -> Outcome.done(chain.spender(point.toKmp()).map(this::sighting)));
  }
}
