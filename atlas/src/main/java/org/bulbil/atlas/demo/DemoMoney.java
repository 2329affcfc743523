package org.bulbil.atlas.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bulbil.atlas.network.Gift;
import org.bulbil.atlas.network.OwnPage;
import org.bulbil.atlas.network.OwnPage.Decision;
import org.bulbil.atlas.network.OwnPage.Proof;
import org.bulbil.atlas.network.Purse;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;

/** What an invented relay was given, what it has left, and what it says of that. */
final class DemoMoney {

  private static final Rate PRICE = Rate.ofDollars(97_000);

  /** Of an invented chain. */
  private static final int TIP = 214_000;

  private static final Duration BLOCK = Duration.ofMinutes(10);

  private static final List<String> DECISIONS =
      List.of(
          "Rest: the lease and the credit last longer than the reserve asks for.",
          "Top up: seven more days of the lease, from credit.",
          "Buy credit: fees are low, and the stock was below thirty days.",
          "Top up: seven more days of the lease, from credit.",
          "Rest: no child now, since gifts pay for less than its rent.");

  private final DemoRelay relay;
  private final Instant now;

  DemoMoney(DemoRelay relay, Instant now) {
    this.relay = relay;
    this.now = now;
  }

  /** Newest first; the very newest may not be in a block yet. */
  List<Gift> gifts() {
    var gifts = new ArrayList<Gift>();
    long age = Math.max(2, Duration.between(relay.born(), relay.seen()).toHours());
    int count = relay.isOurs() ? 2 + Fortune.number(relay.word("gifts"), 7) : 1;
    for (int i = 0; i < count; i++) {
      var word = relay.word("gift " + i);
      var ago = Duration.ofHours((long) (age * (i + Fortune.share(word)) / count));
      gifts.add(gift(word, relay.seen().minus(ago)));
    }
    return gifts;
  }

  private Gift gift(String word, Instant when) {
    long blocks = Duration.between(when, now).dividedBy(BLOCK);
    return new Gift(
        relay.address(),
        HexFormat.of().formatHex(Fortune.bytes(word)),
        Sats.of(2_000 + (long) (60_000 * Math.pow(Fortune.share(word + " size"), 3))),
        blocks == 0 ? OptionalInt.empty() : OptionalInt.of(TIP - (int) blocks),
        when);
  }

  Purse purse() {
    var received =
        Sats.sum(gifts().stream().filter(g -> g.height().isPresent()).map(Gift::amount).toList());
    var coming =
        Sats.sum(gifts().stream().filter(g -> g.height().isEmpty()).map(Gift::amount).toList());
    var left = relay.isOurs() ? received.percent(Fortune.number(relay.word("left"), 60)) : received;
    return new Purse(left, coming, received, now);
  }

  private Cents rent() {
    return Cents.of(14 + Fortune.number(relay.word("rent"), 22));
  }

  OwnPage page() {
    double fortune = Fortune.share(relay.word("lease"));
    var paid = now.plus(Duration.ofHours((long) (30 + 24 * 40 * fortune)));
    return new OwnPage(
        URI.create("http://" + host() + ":8080/"),
        now,
        Optional.of(relay.address().text()),
        proof(),
        Optional.of(paid),
        Optional.of(paid.plus(Duration.ofDays((long) (70 * fortune)))),
        Optional.of(rent()),
        Optional.of(PRICE),
        Optional.of("The charity of this demo"),
        decisions(),
        relay.number() % 13 == 5
            ? List.of("Its page says that it runs; the authorities have not reached it since noon.")
            : List.of());
  }

  private String host() {
    return "192.0.2." + (1 + relay.number() % 250);
  }

  private Proof proof() {
    return switch (relay.number() % 12) {
      case 3 -> new Proof.Absent();
      case 7 -> new Proof.Refuted("The signature is by another wallet's key.");
      default -> new Proof.Verified();
    };
  }

  /** Newest first, back to where an agent's page ends. */
  private List<Decision> decisions() {
    var decisions = new ArrayList<Decision>();
    for (int i = 0; i < DECISIONS.size() * 3; i++) {
      decisions.add(new Decision(ago(1 + 170L * i), DECISIONS.get(i % DECISIONS.size())));
    }
    return decisions;
  }

  private Instant ago(long hours) {
    return now.minus(Duration.ofHours(hours));
  }
}
