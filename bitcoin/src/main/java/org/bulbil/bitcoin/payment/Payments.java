package org.bulbil.bitcoin.payment;

import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.ScriptType;
import org.bulbil.bitcoin.ledger.Coin;
import org.bulbil.bitcoin.payment.Proposal.CannotAfford;
import org.bulbil.bitcoin.payment.Proposal.Draft;
import org.bulbil.bitcoin.payment.Proposal.TooExpensive;
import org.bulbil.bitcoin.selection.Selection;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;

/**
 * Chooses coins and builds transactions that pay an exact amount, the fee on top.
 *
 * <p>The lock time is 0. Wallets that put the tip there (against fee sniping) produce transactions
 * which a reorganisation makes non-final, so that nodes drop them; a payment that must arrive is
 * worth more to us than the nicety. What is to wait is locked by {@link Draft#lockedUntil}. Every
 * input signals replaceability (BIP125).
 */
public final class Payments {

  /** More inputs make a transaction that some nodes find too large: 500 are 34,000 vB. */
  public static final int INPUTS_MAX = 500;

  /** Replaceable, and no relative lock time. */
  static final long SEQUENCE = 0xfffffffdL;

  private final Address change;

  /**
   * @param change where the rest of our coins goes
   */
  public Payments(Address change) {
    this.change = change;
  }

  /**
   * Pays {@code amount} at {@code rate}: without change where some coins fit, else from the largest
   * coins. Change that is dust or would cost more to spend than it is worth goes to the fee.
   */
  public Proposal pay(
      Collection<Coin> coins, Address payee, Sats amount, FeeRate rate, FeePolicy policy) {
    var order = new Order(payee, amount, rate, policy);
    var worthwhile = worth(coins, rate.feeFor(Weight.inputVbytes()));
    var exact =
        Selection.changeless(
            worthwhile,
            coin -> coin.value().value(),
            order::neededWithoutChange,
            order.tolerance());
    return exact
        .filter(chosen -> chosen.size() <= INPUTS_MAX)
        .map(order::draft)
        .filter(Draft.class::isInstance)
        .orElseGet(() -> largestFirst(worthwhile, order));
  }

  private Proposal largestFirst(List<Coin> coins, Order order) {
    Optional<Proposal> dear = Optional.empty();
    for (int count = 1; count <= coins.size(); count++) {
      var proposal = order.draft(coins.subList(0, count));
      if (proposal instanceof Draft) {
        return proposal;
      }
      if (proposal instanceof TooExpensive && dear.isEmpty()) {
        dear = Optional.of(proposal);
      }
    }
    return dear.orElseGet(() -> order.draft(coins));
  }

  /**
   * Sends all coins that bring the payee more than they bring the miners, at most {@value
   * #INPUTS_MAX}, the largest first. Smaller ones would make the whole look not worth its fee.
   */
  public Proposal sweep(Collection<Coin> coins, Address payee, FeeRate rate) {
    var chosen = worth(coins, rate.feeFor(2 * Weight.inputVbytes()));
    return swept(chosen, payee, fee(rate, payee, chosen.size()));
  }

  /**
   * Breaks coins into {@code count} of {@code piece} each and one of what is left, all of them
   * ours, so that as many payments need not wait for one another's change.
   */
  public Proposal split(Collection<Coin> coins, Sats piece, int count, FeeRate rate) {
    var sorted = worth(coins, rate.feeFor(Weight.inputVbytes()));
    Proposal best = new CannotAfford(piece);
    for (int inputs = 1; inputs <= sorted.size(); inputs++) {
      best = split(sorted.subList(0, inputs), Collections.nCopies(count, piece), rate);
      if (best instanceof Draft) {
        return best;
      }
    }
    return best;
  }

  private Proposal split(List<Coin> inputs, List<Sats> pieces, FeeRate rate) {
    var total = Sats.sum(pieces);
    var types = new ArrayList<>(Collections.nCopies(pieces.size(), change.type()));
    long left = rest(inputs, total, rate.feeFor(Weight.vbytes(inputs.size(), types)));
    if (left < 0) {
      return new CannotAfford(Sats.of(-left));
    }
    types.add(change.type());
    long last = rest(inputs, total, rate.feeFor(Weight.vbytes(inputs.size(), types)));
    var back = last < leastChange(rate) ? Sats.ZERO : Sats.of(last);
    var ins = inputs.stream().map(coin -> new TxIn(coin.point().toKmp(), SEQUENCE)).toList();
    var outs = new ArrayList<TxOut>();
    pieces.forEach(piece -> outs.add(output(piece, change)));
    if (back.isPositive()) {
      outs.add(output(back, change));
    }
    var fee = Sats.of(rest(inputs, total, back));
    return capped(
        new Draft(new Transaction(2, ins, outs, 0), inputs, total, fee, back), total.percent(50));
  }

  /**
   * The same payment from the same coins at a higher fee (BIP125): out of the change, or out of the
   * amount where everything is swept.
   *
   * @param paid the fee so far
   * @param rateCap the highest rate allowed, change that is dropped included
   * @param cap the highest fee allowed
   */
  public Proposal replace(
      List<Coin> inputs,
      Address payee,
      Optional<Sats> amount,
      Sats paid,
      FeeRate rate,
      FeeRate rateCap,
      Sats cap) {
    var alone = List.of(payee.type());
    var least = raised(paid, rate, inputs.size(), alone);
    var most = rateCap.feeFor(Weight.vbytes(inputs.size(), alone));
    if (!most.covers(least)) {
      return new TooExpensive(least, most);
    }
    return amount
        .map(exact -> replace(inputs, payee, exact, paid, rate, most, cap))
        .orElseGet(() -> capped(swept(inputs, payee, least), cap));
  }

  private Proposal replace(
      List<Coin> inputs, Address payee, Sats amount, Sats paid, FeeRate rate, Sats most, Sats cap) {
    var both = List.of(payee.type(), change.type());
    var withChange = rest(inputs, amount, raised(paid, rate, inputs.size(), both));
    if (withChange >= leastChange(rate)) {
      return capped(draft(inputs, payee, amount, Sats.of(withChange)), cap);
    }
    var without = raised(paid, rate, inputs.size(), List.of(payee.type()));
    long missing = -rest(inputs, amount, without);
    return missing > 0
        ? new CannotAfford(Sats.of(missing))
        : capped(draft(inputs, payee, amount, Sats.ZERO), Sats.min(cap, most));
  }

  /**
   * All of {@code inputs} back to us, in the place of a payment from them (BIP125).
   *
   * @param paid the fee so far
   * @param cap the highest rate; the fee is at most half of what comes back, besides
   */
  public Proposal withdraw(List<Coin> inputs, Sats paid, FeeRate rate, FeeRate cap) {
    var outputs = List.of(change.type());
    var fee = raised(paid, FeeRate.min(rate, cap), inputs.size(), outputs);
    long back = rest(inputs, Sats.ZERO, fee);
    long dust = change.type().dustLimit().value();
    if (back < dust) {
      return new CannotAfford(Sats.of(dust - back));
    }
    var ins = inputs.stream().map(coin -> new TxIn(coin.point().toKmp(), SEQUENCE)).toList();
    var outs = List.of(output(Sats.of(back), change));
    return capped(
        new Draft(new Transaction(2, ins, outs, 0), inputs, Sats.ZERO, fee, Sats.of(back)),
        Sats.of(back).percent(50));
  }

  /**
   * The fee that replaces {@code paid}: the rate, and at least the relay floor more than before.
   */
  private static Sats raised(Sats paid, FeeRate rate, int inputs, List<ScriptType> outputs) {
    long vbytes = Weight.vbytes(inputs, outputs);
    return Sats.max(rate.feeFor(vbytes), paid.plus(FeeRate.RELAY_FLOOR.feeFor(vbytes)));
  }

  static Proposal capped(Proposal proposal, Sats cap) {
    return proposal instanceof Draft draft && !cap.covers(draft.fee())
        ? new TooExpensive(draft.fee(), cap)
        : proposal;
  }

  private Proposal swept(List<Coin> inputs, Address payee, Sats fee) {
    long amount = sum(inputs) - fee.value();
    long dust = payee.type().dustLimit().value();
    if (amount < dust) {
      return new CannotAfford(Sats.of(dust - amount));
    }
    return capped(draft(inputs, payee, Sats.of(amount), Sats.ZERO), Sats.of(amount));
  }

  private static Sats fee(FeeRate rate, Address payee, int inputs) {
    return rate.feeFor(Weight.vbytes(inputs, List.of(payee.type())));
  }

  /** The least change that is worth an output: above dust, and above what spending it costs. */
  private long leastChange(FeeRate rate) {
    return Sats.max(change.type().dustLimit(), rate.feeFor(Weight.inputVbytes())).value();
  }

  private static List<Coin> worth(Collection<Coin> coins, Sats more) {
    return coins.stream()
        .filter(coin -> coin.value().compareTo(more) > 0)
        .sorted(Comparator.comparing(Coin::value).reversed().thenComparing(Coin::point))
        .limit(INPUTS_MAX)
        .toList();
  }

  private static long sum(List<Coin> coins) {
    return Coin.sum(coins).value();
  }

  private static long rest(List<Coin> inputs, Sats amount, Sats fee) {
    return sum(inputs) - amount.value() - fee.value();
  }

  private Draft draft(List<Coin> inputs, Address payee, Sats amount, Sats change) {
    var ins = inputs.stream().map(coin -> new TxIn(coin.point().toKmp(), SEQUENCE)).toList();
    var outs = new ArrayList<TxOut>();
    outs.add(output(amount, payee));
    if (change.isPositive()) {
      outs.add(output(change, this.change));
    }
    var fee = Sats.of(rest(inputs, amount, change));
    return new Draft(new Transaction(2, ins, outs, 0), inputs, amount, fee, change);
  }

  static TxOut output(Sats amount, Address payee) {
    return new TxOut(new Satoshi(amount.value()), payee.lockingScript().bytes());
  }

  /** One wish to pay, with what follows from its rate. */
  private final class Order {
    private final Address payee;
    private final Sats amount;
    private final FeeRate rate;
    private final FeePolicy policy;

    Order(Address payee, Sats amount, FeeRate rate, FeePolicy policy) {
      this.payee = payee;
      this.amount = amount;
      this.rate = rate;
      this.policy = policy;
    }

    long neededWithoutChange(int inputs) {
      return amount.value() + fee(rate, payee, inputs).value();
    }

    /** What change would cost: its output now, and its input later or the dust limit. */
    long tolerance() {
      return leastChange(rate) + rate.feeFor(change.type().outputVbytes()).value() - 1;
    }

    Proposal draft(List<Coin> inputs) {
      long excess = sum(inputs) - neededWithoutChange(inputs.size());
      if (excess < 0) {
        return new CannotAfford(Sats.of(-excess));
      }
      var both = List.of(payee.type(), change.type());
      long change = rest(inputs, amount, rate.feeFor(Weight.vbytes(inputs.size(), both)));
      return checked(
          Payments.this.draft(
              inputs, payee, amount, change < leastChange(rate) ? Sats.ZERO : Sats.of(change)));
    }

    private Proposal checked(Draft draft) {
      var outputs =
          draft.change().isZero() ? List.of(payee.type()) : List.of(payee.type(), change.type());
      return capped(draft, policy.feeCap(amount, Weight.vbytes(draft.inputs().size(), outputs)));
    }
  }
}
