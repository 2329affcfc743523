package org.bulbil.sandbox.witness;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.chain.ledger.ChainView;
import org.bulbil.sandbox.provider.book.Event;
import org.bulbil.sandbox.provider.book.InvoiceId;
import org.bulbil.sandbox.provider.book.ProviderBook;

/** What was done twice and may be done once. */
final class Doubles {

  private Doubles() {}

  /** Invoices to whose address more than one transaction pays, in a block or waiting for one. */
  static List<InvoiceId> invoices(ProviderBook book, ChainView view) {
    return book.all(Event.InvoiceMade.class).stream()
        .filter(invoice -> payments(invoice, view) > 1)
        .map(Event.InvoiceMade::invoice)
        .toList();
  }

  private static long payments(Event.InvoiceMade invoice, ChainView view) {
    return view.receivedBy(Address.parse(invoice.address()).hash()).stream()
        .map(receipt -> receipt.outPoint().txid)
        .distinct()
        .count();
  }

  /** Hostnames, which relays draw so that they are unique, of more than one launch. */
  static List<String> launches(ProviderBook book) {
    return book.all(Event.Launched.class).stream()
        .collect(groupingBy(Event.Launched::hostname, counting()))
        .entrySet()
        .stream()
        .filter(each -> each.getValue() > 1)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
