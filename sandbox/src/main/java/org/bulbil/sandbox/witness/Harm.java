package org.bulbil.sandbox.witness;

import java.util.List;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.provider.book.InvoiceId;
import org.bulbil.sandbox.witness.Loss.Cause;

/**
 * What must never happen, and has. All of it is seen from outside: on the chain, in the provider's
 * book, in the directory.
 *
 * @param paidTwice invoices to whose address more than one transaction has paid
 * @param launchedTwice hostnames for which more than one server was launched
 * @param secondWallets hostnames under which more than one address was published
 * @param missedRenewals hostnames of the relays whose lease ran out although they could pay; for
 *     what exactly that means see {@link RenewalWatch}
 * @param stranded what arrived at the provider and credited nothing
 * @param losses coins of the dead, each with its cause; not all of them are our fault
 */
public record Harm(
    List<InvoiceId> paidTwice,
    List<String> launchedTwice,
    List<String> secondWallets,
    List<String> missedRenewals,
    Sats stranded,
    List<Loss> losses) {

  public Harm {
    paidTwice = List.copyOf(paidTwice);
    launchedTwice = List.copyOf(launchedTwice);
    secondWallets = List.copyOf(secondWallets);
    missedRenewals = List.copyOf(missedRenewals);
    losses = List.copyOf(losses);
  }

  /** Satoshis that are lost for this reason. */
  public Sats lost(Cause cause) {
    return Sats.sum(
        losses.stream().filter(loss -> loss.cause() == cause).map(Loss::amount).toList());
  }

  /** Whether nothing went wrong by our fault. */
  public boolean isNone() {
    return paidTwice.isEmpty()
        && launchedTwice.isEmpty()
        && secondWallets.isEmpty()
        && missedRenewals.isEmpty()
        && stranded.isZero()
        && lost(Cause.OURS).isZero();
  }
}
