package org.bulbil.atlas.watch;

import fr.acinq.bitcoin.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bulbil.atlas.network.Gift;
import org.bulbil.atlas.network.Purse;
import org.bulbil.atlas.watch.Movement.Output;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.Sighting;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.money.Sats;

/**
 * Everything that blocks have done to an address, oldest first and without a gap. Amounts are read
 * from the transactions themselves, whose ids are checked; that they are in blocks is the word of
 * the servers that were asked.
 */
final class Passbook {

  private final BitcoinAddress address;
  private final LockingScript script;
  private final List<Movement> movements;
  private final Map<OutPoint, Sats> coins = new HashMap<>();
  private final Set<OutPoint> spent = new HashSet<>();

  /**
   * @param movements in the chain's order
   */
  Passbook(BitcoinAddress address, LockingScript script, List<Movement> movements) {
    this.address = address;
    this.script = script;
    this.movements = new ArrayList<>(movements);
    this.movements.forEach(this::count);
  }

  private void count(Movement movement) {
    coins.putAll(coins(movement.transaction(), movement.outputs()));
    spent.addAll(movement.spends());
  }

  List<Movement> movements() {
    return List.copyOf(movements);
  }

  /** The place of a transaction that is in the same block as when it was written down; or -1. */
  int position(Sighting sighting) {
    return IntStream.range(0, movements.size())
        .filter(at -> isAt(movements.get(at), sighting))
        .findFirst()
        .orElse(-1);
  }

  private static boolean isAt(Movement movement, Sighting sighting) {
    return movement.transaction().equals(sighting.transaction())
        && sighting.block().filter(block -> block.height() == movement.height()).isPresent();
  }

  /** The oldest {@code count} movements, as after a reorganisation. */
  Passbook upTo(int count) {
    return count == movements.size()
        ? this
        : new Passbook(address, script, movements.subList(0, count));
  }

  /** Writes down the next transaction. */
  void add(Transaction transaction, int height, Instant when) {
    var next =
        new Movement(
            TxId.of(transaction), height, when, outputs(transaction), spends(transaction, coins));
    movements.add(next);
    count(next);
  }

  private List<Output> outputs(Transaction transaction) {
    return IntStream.range(0, transaction.txOut.size())
        .filter(
            index -> LockingScript.of(transaction.txOut.get(index).publicKeyScript).equals(script))
        .mapToObj(index -> new Output(index, Sats.of(transaction.txOut.get(index).amount.toLong())))
        .toList();
  }

  private static List<OutPoint> spends(Transaction transaction, Map<OutPoint, Sats> coins) {
    return transaction.txIn.stream()
        .filter(input -> OutPoint.isIndex(input.outPoint.index))
        .map(input -> OutPoint.of(input.outPoint))
        .filter(coins::containsKey)
        .toList();
  }

  private static Map<OutPoint, Sats> coins(TxId transaction, List<Output> outputs) {
    var coins = new HashMap<OutPoint, Sats>();
    outputs.forEach(output -> coins.put(new OutPoint(transaction, output.index()), output.value()));
    return coins;
  }

  /**
   * What the address has.
   *
   * @param waiting transactions that are in no block
   */
  Purse purse(Collection<Transaction> waiting, Instant asked) {
    var unspent = new HashMap<>(coins);
    unspent.keySet().removeAll(spent);
    return new Purse(
        Sats.sum(unspent.values()),
        Sats.sum(hopes(waiting).map(this::received).toList()),
        Sats.sum(movements.stream().filter(Movement::isGift).map(Movement::received).toList()),
        asked);
  }

  private Sats received(Transaction transaction) {
    return Sats.sum(outputs(transaction).stream().map(Output::value).toList());
  }

  /** Those that bring something, and spend neither our coins nor change that waits itself. */
  private Stream<Transaction> hopes(Collection<Transaction> waiting) {
    var ours = new HashMap<>(coins);
    waiting.forEach(each -> ours.putAll(coins(TxId.of(each), outputs(each))));
    return waiting.stream()
        .filter(each -> received(each).isPositive())
        .filter(each -> spends(each, ours).isEmpty());
  }

  /** All gifts; those that wait were first seen {@code now}. */
  List<Gift> gifts(Collection<Transaction> waiting, Instant now) {
    var confirmed =
        movements.stream()
            .filter(Movement::isGift)
            .map(
                it ->
                    gift(it.transaction(), it.received(), OptionalInt.of(it.height()), it.when()));
    var hoped = hopes(waiting).map(it -> gift(TxId.of(it), received(it), OptionalInt.empty(), now));
    return Stream.concat(confirmed, hoped).toList();
  }

  private Gift gift(TxId id, Sats amount, OptionalInt height, Instant when) {
    return new Gift(address, id.hex(), amount, height, when);
  }
}
