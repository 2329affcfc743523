package org.bulbil.bitcoin.outbox;

import fr.acinq.bitcoin.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.ledger.Claim;
import org.bulbil.bitcoin.ledger.Claims;
import org.bulbil.bitcoin.ledger.Coin;
import org.bulbil.bitcoin.payment.Proposal.Draft;
import org.bulbil.bitcoin.store.Store;
import org.bulbil.bitcoin.store.Table;
import org.bulbil.core.money.Sats;

/**
 * Payments, the attempts at them, what servers said, and bequests: rows on disk, without judgement.
 */
public final class PaymentBook implements Claims {

  private final Store store;
  private final Table<Long, Wish> wishes;
  private final Table<Long, SignedAttempt> attempts;
  private final Table<TxId, Delivery> deliveries;
  private final BequestBook bequests;

  private long indexedAt = -1;
  private final Map<String, Wish> byReference = new HashMap<>();
  private final Map<Long, List<SignedAttempt>> byWish = new HashMap<>();
  private final Map<TxId, SignedAttempt> byId = new HashMap<>();
  private List<Claim> claims = List.of();

  public PaymentBook(Store store, Network network) {
    this.store = store;
    this.wishes = store.table(Wish.form(network), Wish::id);
    this.attempts = store.table(SignedAttempt.FORM, SignedAttempt::ordinal);
    this.deliveries = store.table(Delivery.FORM, Delivery::transaction);
    this.bequests = new BequestBook(store);
  }

  /** Adds a payment without an attempt; only inside a transaction that adds one. */
  void add(Wish wish) {
    wishes.put(wish.numbered(wishes.last().map(Wish::id).orElse(0L) + 1));
  }

  void addAttempt(String reference, Draft draft, Transaction signed, Instant created) {
    attempts.put(
        new SignedAttempt(
            attempts.last().map(SignedAttempt::ordinal).orElse(0L) + 1,
            TxId.of(signed),
            wish(reference).orElseThrow().id(),
            Transaction.write(signed),
            draft.amount(),
            draft.fee(),
            draft.change(),
            draft.inputs(),
            created));
  }

  void noteSent(TxId attempt, boolean taken, String answer, Instant at) {
    store.write(
        () ->
            deliveries.put(
                new Delivery(
                    attempt,
                    taken || delivery(attempt).isTaken(),
                    Optional.of(answer),
                    Optional.of(at))));
  }

  Delivery delivery(TxId attempt) {
    return deliveries.find(attempt).orElseGet(() -> Delivery.none(attempt));
  }

  Optional<Wish> wish(String reference) {
    return store.read(
        () -> {
          index();
          return Optional.ofNullable(byReference.get(reference));
        });
  }

  /** All payments, oldest first. */
  List<Wish> wishes() {
    return wishes.all();
  }

  /** The attempts at a payment, oldest first. */
  List<SignedAttempt> attempts(Wish wish) {
    return store.read(
        () -> {
          index();
          return byWish.getOrDefault(wish.id(), List.of());
        });
  }

  /** All attempts, oldest first. */
  List<SignedAttempt> attempts() {
    return attempts.all();
  }

  SignedAttempt attempt(TxId id) {
    return store.read(
        () -> {
          index();
          return Optional.ofNullable(byId.get(id)).orElseThrow();
        });
  }

  @Override
  public List<Claim> all() {
    return store.read(
        () -> {
          index();
          return claims;
        });
  }

  /** Rises with every new attempt or bequest, and not with what servers say to one. */
  @Override
  public long version() {
    return store.read(() -> attempts.version() + bequests.version());
  }

  BequestBook bequests() {
    return bequests;
  }

  /** Rises with every answer of a server. */
  long deliveriesVersion() {
    return deliveries.version();
  }

  private void index() {
    if (indexedAt != wishes.version() + version()) {
      indexedAt = wishes.version() + version();
      byReference.clear();
      byWish.clear();
      byId.clear();
      wishes.all().forEach(wish -> byReference.put(wish.reference(), wish));
      attempts.all().forEach(this::index);
      claims =
          Stream.concat(
                  attempts.all().stream().map(this::claim),
                  bequests.all().stream().map(Bequest::claim))
              .toList();
    }
  }

  private void index(SignedAttempt attempt) {
    byId.put(attempt.transaction(), attempt);
    byWish.computeIfAbsent(attempt.wish(), _ -> new ArrayList<>()).add(attempt);
  }

  private Claim claim(SignedAttempt attempt) {
    var wish = wishes.find(attempt.wish()).orElseThrow();
    return new Claim(
        attempt.transaction(),
        wish.reference(),
        Claim.Kind.SENT,
        attempt.inputs().stream().map(Coin::point).toList(),
        returns(wish, attempt));
  }

  /** Payees come first and change last; of a consolidation every output is ours. */
  private static List<Coin> returns(Wish wish, SignedAttempt attempt) {
    var outputs = attempt.toKmp().txOut;
    boolean isAllOurs = wish.purpose() == Purpose.CONSOLIDATION;
    int payees = isAllOurs ? 0 : outputs.size() - (attempt.change().isPositive() ? 1 : 0);
    var returns = new ArrayList<Coin>();
    for (int i = payees; i < outputs.size(); i++) {
      var value = Sats.of(outputs.get(i).amount.toLong());
      returns.add(new Coin(new OutPoint(attempt.transaction(), i), value, Branch.CHANGE));
    }
    return returns;
  }
}
