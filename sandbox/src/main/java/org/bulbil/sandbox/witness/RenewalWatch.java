package org.bulbil.sandbox.witness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.sandbox.provider.book.EndedBy;
import org.bulbil.sandbox.provider.book.Entry;
import org.bulbil.sandbox.provider.book.Event;
import org.bulbil.sandbox.provider.book.MachineId;
import org.bulbil.sandbox.provider.book.ProviderBook;
import org.bulbil.sandbox.provider.book.Token;

/**
 * Finds the relays that died although they could have lived.
 *
 * <p>A renewal was <em>missed</em> where a lease ran out, and in its last {@value #LAST_DAYS} days
 * there was an unbroken spell of a day ({@link #SPELL_MIN} at least) in which the relay could pay
 * at every look: its token had credit for a day of its rent, or its confirmed and unspent coins
 * paid the provider's smallest invoice with a fee of {@link #FEE}. Time in which the provider did
 * not answer is not counted, and does not break the spell; a relay that cannot pay for a moment,
 * since its coins are on their way, begins a new spell. Each top-up begins anew. So a gift in the
 * last hours, or money that a server's ban takes along, is no missed renewal.
 *
 * <p>One thread.
 */
final class RenewalWatch {

  /** Below so many prepaid days a relay is to put all that it has into rent. */
  private static final int LAST_DAYS = 3;

  /**
   * For days of a few seconds. Some things take their real time: a JVM that was killed is back
   * after seconds, and a top-up whose answer was lost is asked about for forty seconds before it is
   * made again.
   */
  private static final Duration SPELL_MIN = Duration.ofMinutes(1);

  /** More than anybody in a sandbox needs to bid. */
  private static final FeeRate FEE = FeeRate.ofSatPerVb(3);

  /** A lease that has not ended. */
  private static final class Lease {
    final Event.Launched launch;
    Instant expiry;
    Duration spell = Duration.ZERO;
    Duration longest = Duration.ZERO;

    Lease(Event.Launched launch) {
      this.launch = launch;
      this.expiry = launch.expiry();
    }

    Cents rent() {
      return Cents.of(launch.price().value() / Math.max(1, launch.days()));
    }

    void extendTo(Instant later) {
      expiry = later;
      spell = Duration.ZERO;
      longest = Duration.ZERO;
    }

    void couldPayFor(Duration more) {
      spell = spell.plus(more);
      longest = longest.compareTo(spell) > 0 ? longest : spell;
    }
  }

  private final ProviderBook book;
  private final MoneyWatch money;
  private final Rental rental;
  private final Map<MachineId, Lease> leases = new LinkedHashMap<>();
  private final Map<Token, Long> credit = new HashMap<>();
  private final List<String> missed = new ArrayList<>();
  private Optional<Instant> lastLook = Optional.empty();
  private long cursor;

  RenewalWatch(ProviderBook book, MoneyWatch money, Rental rental) {
    this.book = book;
    this.money = money;
    this.rental = rental;
  }

  /** One round: what the time since the last one was like, by what is true now. */
  void look(Instant now) {
    for (var entry : book.after(cursor)) {
      cursor = entry.number();
      read(entry);
    }
    var passed = lastLook.map(last -> Duration.between(last, now)).orElse(Duration.ZERO);
    lastLook = Optional.of(now);
    leases.values().stream()
        .filter(lease -> isInItsLastDays(lease, now))
        .forEach(lease -> weigh(lease, rental.isOpen().getAsBoolean() ? passed : Duration.ZERO));
  }

  private void read(Entry entry) {
    switch (entry.event()) {
      case Event.InvoicePaid paid -> change(paid.token(), paid.credited().value());
      case Event.Launched launch -> {
        change(launch.token(), -launch.price().value());
        leases.put(launch.machine(), new Lease(launch));
      }
      case Event.ToppedUp topUp -> {
        change(topUp.token(), -topUp.price().value());
        Optional.ofNullable(leases.get(topUp.machine()))
            .ifPresent(lease -> lease.extendTo(topUp.expiry()));
      }
      case Event.Ended ended ->
          Optional.ofNullable(leases.remove(ended.machine()))
              .filter(_ -> ended.by() == EndedBy.EXPIRATION)
              .ifPresent(this::judge);
      case Event.TokenMinted _,
          Event.InvoiceMade _,
          Event.InvoiceExpired _,
          Event.PaymentStranded _,
          Event.Built _,
          Event.Suspended _,
          Event.Started _,
          Event.Stopped _,
          Event.Rebooted _,
          Event.Rebuilt _ -> {}
    }
  }

  private void change(Token token, long cents) {
    credit.merge(token, cents, Long::sum);
  }

  private boolean isInItsLastDays(Lease lease, Instant now) {
    return !now.isBefore(lease.expiry.minus(rental.day().times(LAST_DAYS)));
  }

  private void weigh(Lease lease, Duration passed) {
    if (canPay(lease)) {
      lease.couldPayFor(passed);
    } else {
      lease.spell = Duration.ZERO;
    }
  }

  private boolean canPay(Lease lease) {
    return credit.getOrDefault(lease.launch.token(), 0L) >= lease.rent().value()
        || new Sweep(money.confirmedCoins(lease.launch.hostname()), FEE)
            .payable()
            .covers(rental.smallestInvoice());
  }

  private void judge(Lease lease) {
    var day = rental.day().length();
    var enough = day.compareTo(SPELL_MIN) > 0 ? day : SPELL_MIN;
    if (lease.longest.compareTo(enough) >= 0) {
      missed.add(lease.launch.hostname());
    }
  }

  /** Hostnames, in the order of their ends. */
  List<String> missed() {
    return List.copyOf(missed);
  }
}
