package org.bulbil.bitcoin.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.core.money.Sats;

/**
 * Whose coin is whose and which claim counts, as it follows from what is proven and what we have
 * signed. Pure, and never stored: a reorganisation undoes itself by changing what is proven.
 */
public final class Judgement {

  /** Where a claim stands. */
  public enum Standing {
    /** Proven in a block of our best chain. */
    PROVEN,
    /** The one of its group that counts, though not proven. */
    CURRENT,
    /** Another of its group counts, or it is dormant; it may still be proven instead. */
    ASIDE,
    /** Contradicts what is proven and final: it can never be proven. */
    DEAD
  }

  private final Proven proven;
  private final List<Claim> claims;
  private final Set<TxId> ours = new HashSet<>();
  private final Set<TxId> spentFrom = new HashSet<>();
  private final Map<TxId, Integer> contradicted;
  private final Set<TxId> dead = new HashSet<>();
  private final Map<TxId, Claim> counting = new LinkedHashMap<>();
  private final Set<TxId> current = new HashSet<>();
  private final Set<OutPoint> taken = new HashSet<>();
  private final List<Coin> spendable;
  private final List<Coin> change;
  private final Sums sums;

  /**
   * @param finalHeight the newest block that lies deep enough to be taken as final
   */
  Judgement(Proven proven, List<Claim> claims, int finalHeight) {
    this.proven = proven;
    this.claims = claims;
    for (var claim : claims) {
      ours.add(claim.transaction());
      if (claim.kind() == Claim.Kind.SENT) {
        claim.inputs().forEach(point -> spentFrom.add(point.transaction()));
      }
    }
    contradicted = contradictions();
    contradicted.forEach(
        (transaction, height) -> {
          if (height <= finalHeight) {
            dead.add(transaction);
          }
        });
    chooseCurrent();
    spendable = free();
    change = comingBack();
    sums = new Sums();
  }

  /**
   * Claims that contradict a proven transaction: a coin of theirs is spent by another, or comes
   * from a claim that is contradicted itself. With the lowest height of what they contradict.
   */
  private Map<TxId, Integer> contradictions() {
    var found = new HashMap<TxId, Integer>();
    for (var claim : claims) {
      for (var point : claim.inputs()) {
        proven
            .spender(point)
            .filter(spender -> !spender.id().equals(claim.transaction()))
            .ifPresent(
                spender -> found.merge(claim.transaction(), spender.block().height(), Math::min));
      }
    }
    while (!found.isEmpty() && spread(found)) {
      // What takes a coin of a contradicted claim is contradicted too.
    }
    return found;
  }

  /** One step from claims to those that take their coins; false where nothing was new. */
  private boolean spread(Map<TxId, Integer> found) {
    boolean isNew = false;
    for (var claim : claims) {
      for (var point : claim.inputs()) {
        var height = found.get(point.transaction());
        var known = found.get(claim.transaction());
        if (height != null && (known == null || known > height)) {
          found.put(claim.transaction(), height);
          isNew = true;
        }
      }
    }
    return isNew;
  }

  private void chooseCurrent() {
    var groups = new LinkedHashMap<String, Claim>();
    for (var claim : claims) {
      if (claim.kind() == Claim.Kind.SENT || proven.holds(claim.transaction())) {
        groups.merge(
            claim.group(), claim, (best, next) -> weight(next) >= weight(best) ? next : best);
      }
    }
    for (var claim : groups.values()) {
      current.add(claim.transaction());
      if (!contradicted.containsKey(claim.transaction())) {
        counting.put(claim.transaction(), claim);
      }
    }
    while (counting.values().removeIf(claim -> !rests(claim))) {
      // What takes a coin of one that went goes too.
    }
    counting.values().forEach(claim -> taken.addAll(claim.inputs()));
  }

  /**
   * Whether everything that a claim takes from claims of ours will be there. After a reorganisation
   * a later attempt may count instead of the one whose change it takes.
   */
  private boolean rests(Claim claim) {
    for (var point : claim.inputs()) {
      var origin = point.transaction();
      if (ours.contains(origin) && !counting.containsKey(origin) && !proven.holds(origin)) {
        return proven.holds(claim.transaction());
      }
    }
    return true;
  }

  /**
   * The claim of a group that counts: the proven one, else one that was proven before a
   * reorganisation (first of all if a later claim takes its change), else the newest.
   */
  private int weight(Claim claim) {
    var id = claim.transaction();
    return (proven.holds(id) ? 4 : 0)
        + (spentFrom.contains(id) ? 2 : 0)
        + (proven.knows(id) ? 1 : 0);
  }

  /**
   * Proven coins that no proven transaction and no claim takes, unless it is dead; largest first.
   */
  private List<Coin> free() {
    var promised = new HashSet<OutPoint>();
    for (var claim : claims) {
      if (claim.kind() == Claim.Kind.SENT && !dead.contains(claim.transaction())) {
        promised.addAll(claim.inputs());
      }
    }
    var free = new ArrayList<Coin>();
    for (var coin : proven.everyCoin()) {
      if (isOwned(coin) && !promised.contains(coin.point())) {
        free.add(coin);
      }
    }
    free.sort(Comparator.comparing(Coin::value).reversed().thenComparing(Coin::point));
    return List.copyOf(free);
  }

  /** Proven, not spent by a proven transaction, and not in a claim that counts. */
  private boolean isOwned(Coin coin) {
    return proven.holds(coin.point().transaction())
        && proven.spender(coin.point()).isEmpty()
        && !taken.contains(coin.point());
  }

  /** What claims that count and are not proven pay back to us, and no other claim takes. */
  private List<Coin> comingBack() {
    return counting.values().stream()
        .filter(claim -> !proven.holds(claim.transaction()))
        .flatMap(claim -> claim.returns().stream())
        .filter(coin -> !taken.contains(coin.point()))
        .toList();
  }

  public Standing standing(TxId claim) {
    if (proven.holds(claim)) {
      return Standing.PROVEN;
    }
    if (dead.contains(claim)) {
      return Standing.DEAD;
    }
    return current.contains(claim) ? Standing.CURRENT : Standing.ASIDE;
  }

  /** Whether it is the one of its group that counts, and nothing stands against it. */
  public boolean counts(TxId claim) {
    return counting.containsKey(claim);
  }

  /** Whether we have signed {@code transaction}. */
  public boolean isOurs(TxId transaction) {
    return ours.contains(transaction);
  }

  /** Whether a claim of ours that was sent takes an output of {@code transaction}. */
  public boolean spendsFrom(TxId transaction) {
    return spentFrom.contains(transaction);
  }

  Proven proven() {
    return proven;
  }

  /** Whether it matters how deep what is proven lies. */
  boolean hasContradictions() {
    return !contradicted.isEmpty();
  }

  /** Coins that no payment has been promised, except payments that can never confirm. */
  public List<Coin> spendable() {
    return spendable;
  }

  /** All gifts, also those whose block a reorganisation took away after we had spent them. */
  public Sats received() {
    return Sats.of(sums.received);
  }

  /** Coins of ours. */
  public Sats owned() {
    return Sats.of(sums.owned);
  }

  /** Coins that claims which count and are not proven will bring back. */
  public List<Coin> change() {
    return change;
  }

  /** What these are worth. */
  public Sats pending() {
    return Coin.sum(change);
  }

  /** What left our coins by proven transactions that we did not sign, less what came back. */
  public Sats foreign() {
    return Sats.of(Math.max(0, sums.foreign));
  }

  /** Adds up. */
  private final class Sums {
    private long received;
    private long owned;
    private long foreign;

    Sums() {
      proven.everyCoin().forEach(this::add);
      proven.all().forEach(this::addForeign);
    }

    private void add(Coin coin) {
      var origin = coin.point().transaction();
      if (!proven.isOwn(origin) && (proven.holds(origin) || taken.contains(coin.point()))) {
        received += coin.value().value();
      }
      if (isOwned(coin)) {
        owned += coin.value().value();
      }
    }

    private void addForeign(Transfer transfer) {
      if (proven.isOwn(transfer.id()) && !ours.contains(transfer.id())) {
        foreign += sum(proven.coinsTakenBy(transfer)) - sum(transfer.coins());
      }
    }

    private static long sum(List<Coin> coins) {
      return Coin.sum(coins).value();
    }
  }
}
