package org.bulbil.sandbox.chain;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.sandbox.chain.ledger.ChainView;
import org.bulbil.sandbox.chain.ledger.Unspent;
import org.bulbil.sandbox.chain.rules.Coin;

/**
 * The money of one of the sandbox's own actors: faucet, donor, provider's till. It lives straight
 * on the chain and in memory; the relays' wallet under test shares nothing with it. Safe for
 * several threads.
 *
 * <p>It spends its own unconfirmed change, but no coin twice: a coin of a transaction that was
 * thrown out of the mempool comes back only by {@link #resend}.
 */
public final class SandboxPurse {

  private final ReentrantLock lock = new ReentrantLock();
  private final RegtestChain chain;
  private final Keyring keys;
  private final Address home;
  private final Set<OutPoint> used = new HashSet<>();
  private final List<Transaction> signed = new ArrayList<>();

  /**
   * An empty purse, or one that finds again what its keys have received.
   *
   * @param phrase any words; the same words make the same keys
   */
  public SandboxPurse(RegtestChain chain, String phrase) {
    this.chain = chain;
    this.keys = new Keyring(phrase);
    this.home = keys.next();
  }

  /** The first address, where change goes as well. */
  public Address address() {
    return home;
  }

  /** An address that nobody has been given before. */
  public Address freshAddress() {
    return locked(keys::next);
  }

  /** What can be spent now or soon: unconfirmed and immature coins count. */
  public Sats balance() {
    return sum(locked(() -> chain.read(this::coins)));
  }

  /** What can be spent in the next block. */
  public Sats spendable() {
    return sum(locked(() -> chain.read(this::spendable)));
  }

  /** All that this purse has paid, oldest first, whatever became of it. */
  public List<Transaction> signed() {
    return locked(() -> List.copyOf(signed));
  }

  public Outcome<Transaction> pay(Address to, Sats amount, FeeRate rate) {
    return pay(List.of(new Payment(to, amount)), rate);
  }

  /**
   * Pays all of {@code payments} in one transaction, in their order, and the change to {@link
   * #address} last. Refused where the money does not reach or the chain says no.
   */
  public Outcome<Transaction> pay(List<Payment> payments, FeeRate rate) {
    return locked(
        () ->
            Draft.of(payments, chain.read(this::spendable), home, rate)
                .map(draft -> draft.sign(keys))
                .flatMap(this::broadcast));
  }

  private Outcome<Transaction> broadcast(Transaction transaction) {
    return switch (chain.submit(transaction)) {
      case Submission.Accepted _, Submission.AlreadyKnown _ -> {
        transaction.txIn.forEach(input -> used.add(input.outPoint));
        signed.add(transaction);
        yield Outcome.done(transaction);
      }
      case Submission.Rejected(String reason) -> Outcome.refused(reason, 0);
    };
  }

  /** Offers everything again that is neither in a block nor in the mempool. */
  public void resend() {
    locked(() -> signed.stream().map(chain::submit).toList());
  }

  private List<Unspent> coins(ChainView view) {
    return keys.addresses().stream()
        .flatMap(address -> view.unspent(address.hash()).stream())
        .filter(it -> !used.contains(it.coin().outPoint()))
        .toList();
  }

  /** The confirmed before the unconfirmed, which the length of mempool chains limits. */
  private List<Unspent> spendable(ChainView view) {
    return coins(view).stream()
        .filter(it -> it.coin().isMatureAt(view.height() + 1))
        .sorted(
            Comparator.comparing(Unspent::isConfirmed)
                .thenComparing(it -> it.coin().amount())
                .reversed())
        .toList();
  }

  private static Sats sum(List<Unspent> coins) {
    return Sats.sum(coins.stream().map(Unspent::coin).map(Coin::amount).toList());
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
