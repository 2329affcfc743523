package org.bulbil.sandbox.witness;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.provider.book.Entry;
import org.bulbil.sandbox.provider.book.Event;
import org.bulbil.sandbox.provider.book.ProviderBook;
import org.bulbil.sandbox.provider.book.Token;
import org.bulbil.sandbox.witness.LifeEvent.Kind;

/** Reads the provider's book: births, renewals, credit bought, deaths. One thread. */
final class LeaseWatch {

  /** What a relay has paid for another's token. */
  private record Endowment(Relay payer, Sats paid) {}

  private final ProviderBook book;
  private final Landmarks landmarks;
  private final Census census;
  private final MoneyWatch money;
  private final Herald herald;
  private final Deque<Entry> unread = new ArrayDeque<>();
  private final Map<Token, Endowment> endowments = new HashMap<>();
  private long cursor;

  LeaseWatch(
      ProviderBook book, Landmarks landmarks, Census census, MoneyWatch money, Herald herald) {
    this.book = book;
    this.landmarks = landmarks;
    this.census = census;
    this.money = money;
    this.herald = herald;
  }

  /** Takes over what the book has by now, and learns the addresses of its invoices. */
  void readOn() {
    for (var entry : book.after(cursor)) {
      cursor = entry.number();
      unread.add(entry);
      if (entry.event() instanceof Event.InvoiceMade invoice) {
        landmarks.addInvoice(Address.parse(invoice.address()));
      }
    }
  }

  /**
   * Tells what was read, in the book's order. An entry about a payment in a block that is not yet
   * followed waits, and all after it.
   */
  void tell() {
    while (!unread.isEmpty() && isReady(unread.element())) {
      tell(unread.remove());
    }
  }

  private boolean isReady(Entry entry) {
    return !(entry.event() instanceof Event.InvoicePaid paid) || !money.isAhead(paid.txid());
  }

  private void tell(Entry entry) {
    switch (entry.event()) {
      case Event.InvoicePaid paid -> paid(paid);
      case Event.Launched launch -> launched(launch, entry.at());
      case Event.Built built -> built(built);
      case Event.ToppedUp topUp -> toppedUp(topUp);
      case Event.Ended ended -> ended(ended, entry.at());
      case Event.TokenMinted _,
          Event.InvoiceMade _,
          Event.InvoiceExpired _,
          Event.PaymentStranded _,
          Event.Suspended _,
          Event.Started _,
          Event.Stopped _,
          Event.Rebooted _,
          Event.Rebuilt _ -> {}
    }
  }

  private void paid(Event.InvoicePaid paid) {
    money.payer(paid.txid()).ifPresent(payer -> paid(paid, payer));
  }

  private void paid(Event.InvoicePaid paid, Relay payer) {
    if (payer.token().equals(paid.token())) {
      herald.tell(Kind.BOUGHT_CREDIT, payer, paid.received());
    } else {
      endowments.merge(
          paid.token(),
          new Endowment(payer, paid.received()),
          (before, more) -> new Endowment(before.payer(), before.paid().plus(more.paid())));
    }
  }

  private void launched(Event.Launched launch, Instant at) {
    var endowment = endowments.get(launch.token());
    if (endowment == null) {
      herald.tellBirth(Relay.founded(launch, at));
      return;
    }
    var parent = census.find(endowment.payer().hostname()).orElse(endowment.payer());
    herald.tell(Kind.PROPAGATED, parent, endowment.paid());
    herald.tellBirth(Relay.plantedBy(parent, launch, at));
  }

  private void built(Event.Built built) {
    var address = InetAddress.ofLiteral(built.address());
    census
        .on(built.machine())
        .ifPresent(relay -> census.change(relay.hostname(), known -> known.builtAt(address)));
  }

  private void toppedUp(Event.ToppedUp topUp) {
    census
        .on(topUp.machine())
        .ifPresent(
            relay ->
                herald.tell(
                    Kind.RENEWED, relay.hostname(), known -> known.leasedUntil(topUp.expiry())));
  }

  private void ended(Event.Ended ended, Instant at) {
    census
        .on(ended.machine())
        .ifPresent(relay -> herald.tell(Kind.DIED, relay.hostname(), known -> known.endedAt(at)));
  }
}
