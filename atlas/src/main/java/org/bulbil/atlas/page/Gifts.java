package org.bulbil.atlas.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bulbil.atlas.network.Gift;
import org.bulbil.atlas.network.OwnPage;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.store.Store;
import org.bulbil.core.money.Cents;

/** What a relay was given, and what came of it. */
public final class Gifts {

  /** Of each address, on a page. */
  private static final int SHOWN = 20;

  private Gifts() {}

  /**
   * A gift.
   *
   * @param worth in days of the relay's rent; empty where rent or price is not known
   * @param effect the first decision after it; empty where none is known
   */
  public record Line(
      String when, String amount, String state, String worth, String effect, String txid) {}

  /** Newest first. */
  static List<Line> of(Relay relay, Store store) {
    return relay.addresses().stream()
        .flatMap(address -> store.gifts(Optional.of(address.text()), SHOWN).stream())
        .sorted(Comparator.comparing(Gift::when).reversed())
        .limit(SHOWN)
        .map(gift -> line(gift, relay.page()))
        .toList();
  }

  private static Line line(Gift gift, Optional<OwnPage> page) {
    return new Line(
        Words.minute(gift.when()),
        Words.bitcoins(gift.amount()),
        gift.height().isPresent() ? "in block " + gift.height().getAsInt() : "not in a block yet",
        page.map(own -> worth(gift, own)).orElse(""),
        page.map(own -> effect(gift, own)).orElse(""),
        gift.txid());
  }

  private static String worth(Gift gift, OwnPage page) {
    return page.rent()
        .filter(rent -> !rent.isZero())
        .flatMap(rent -> page.price().map(rate -> days(rate.centsFor(gift.amount()), rent)))
        .orElse("");
  }

  private static String days(Cents gift, Cents rent) {
    return Words.format("%.1f days of rent", (double) gift.value() / rent.value());
  }

  private static String effect(Gift gift, OwnPage page) {
    var later = page.decisions().stream().filter(d -> !d.when().isBefore(gift.when())).toList();
    return later.isEmpty() || later.size() == page.decisions().size()
        ? "" // Nothing yet; or the decision that came next is not on the page any more.
        : Shown.text(later.getLast().words());
  }
}
