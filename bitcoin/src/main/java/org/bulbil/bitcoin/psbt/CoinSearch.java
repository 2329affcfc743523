package org.bulbil.bitcoin.psbt;

import fr.acinq.bitcoin.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.HistoryPage;
import org.bulbil.core.outcome.Outcome;

/**
 * Looks for the confirmed coins of a descriptor on a chain server, as wallets do after a restore:
 * branch by branch, until {@value #GAP} indexes in a row were never used (BIP44).
 *
 * <p>A server can hide coins, and learns which addresses belong together; it cannot make up an
 * amount, since the whole transaction of every coin is fetched and hashed.
 */
public final class CoinSearch {

  private static final int GAP = 20;

  /** Of one branch; a wallet with more has other tools. */
  private static final int INDEXES_MAX = 2_000;

  /** Pages of one script's history, of 25 confirmed transactions each at Esplora. */
  private static final int PAGES_MAX = 40;

  private final ChainSource source;
  private final Descriptor descriptor;
  private final Map<TxId, Transaction> transactions = new HashMap<>();
  private final Set<OutPoint> spent = new HashSet<>();
  private final List<DonorCoin> coins = new ArrayList<>();

  /**
   * What was found.
   *
   * @param coins confirmed, and spent by nothing that the server knows
   * @param change the first place of the change branch that was never used; empty where the
   *     descriptor names no such branch
   */
  public record Found(List<DonorCoin> coins, Optional<Place> change) {
    public Found {
      coins = List.copyOf(coins);
    }
  }

  private CoinSearch(ChainSource source, Descriptor descriptor) {
    this.source = source;
    this.descriptor = descriptor;
  }

  /** Looks up both branches; unknown or refused as the server answers. */
  public static Outcome<Found> of(ChainSource source, Descriptor descriptor) {
    return new CoinSearch(source, descriptor).run();
  }

  private Outcome<Found> run() {
    var unused = new ArrayList<Integer>();
    for (int branch = 0; branch < descriptor.branches(); branch++) {
      switch (walk(branch)) {
        case Outcome.Done<Integer>(Integer first) -> unused.add(first);
        case Outcome.Refused<Integer>(String why, int code) -> {
          return Outcome.refused(why, code);
        }
        case Outcome.Unknown<Integer>(String why) -> {
          return Outcome.unknown(why);
        }
      }
    }
    var free = coins.stream().filter(coin -> !spent.contains(coin.point())).toList();
    var change =
        unused.size() > Descriptor.CHANGE
            ? Optional.of(descriptor.at(Descriptor.CHANGE, unused.get(Descriptor.CHANGE)))
            : Optional.<Place>empty();
    return Outcome.done(new Found(free, change));
  }

  /** The index after the last that was used. */
  private Outcome<Integer> walk(int branch) {
    int unused = 0;
    for (int index = 0; index < unused + GAP; index++) {
      if (index == INDEXES_MAX) {
        return Outcome.refused(
            "more than %d addresses of one branch are used".formatted(INDEXES_MAX), 0);
      }
      switch (read(descriptor.at(branch, index))) {
        case Outcome.Done<Boolean>(Boolean isUsed) -> unused = isUsed ? index + 1 : unused;
        case Outcome.Refused<Boolean>(String why, int code) -> {
          return Outcome.refused(why, code);
        }
        case Outcome.Unknown<Boolean>(String why) -> {
          return Outcome.unknown(why);
        }
      }
    }
    return Outcome.done(unused);
  }

  /** Whether the place was ever used. */
  private Outcome<Boolean> read(Place place) {
    var after = Optional.<TxId>empty();
    boolean isUsed = false;
    for (int page = 0; page < PAGES_MAX; page++) {
      var answer = source.history(place.script(), after).flatMap(it -> take(place, it));
      if (!(answer instanceof Outcome.Done<HistoryPage>(HistoryPage read))) {
        return answer.map(_ -> false);
      }
      isUsed |= !read.sightings().isEmpty();
      after = read.next();
      if (after.isEmpty()) {
        return Outcome.done(isUsed);
      }
    }
    return Outcome.refused("one address has more than %d pages of history".formatted(PAGES_MAX), 0);
  }

  private Outcome<HistoryPage> take(Place place, HistoryPage page) {
    for (var sighting : page.sightings()) {
      var answer = transaction(sighting.transaction());
      if (!(answer instanceof Outcome.Done<Transaction>(Transaction transaction))) {
        return answer.map(_ -> page);
      }
      transaction.txIn.forEach(input -> spent.add(OutPoint.of(input.outPoint)));
      if (sighting.isConfirmed()) {
        collect(transaction, place);
      }
    }
    return Outcome.done(page);
  }

  private Outcome<Transaction> transaction(TxId id) {
    return Optional.ofNullable(transactions.get(id))
        .map(Outcome::done)
        .orElseGet(
            () ->
                source
                    .transaction(id)
                    .map(
                        read -> {
                          transactions.put(id, read);
                          return read;
                        }));
  }

  private void collect(Transaction transaction, Place place) {
    for (int i = 0; i < transaction.txOut.size(); i++) {
      var script = LockingScript.of(transaction.txOut.get(i).publicKeyScript);
      if (script.equals(place.script())) {
        coins.add(DonorCoin.of(transaction, i, place));
      }
    }
  }
}
