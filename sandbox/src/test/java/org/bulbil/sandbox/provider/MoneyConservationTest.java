package org.bulbil.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.provider.book.Event;
import org.bulbil.sandbox.provider.estate.Invoice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever customers do: what was credited is what was spent on days and what is left. */
class MoneyConservationTest {

  private static final int STEPS = 300;

  /** Satoshis beside the price: mostly none. */
  private static final int[] OFFSETS = {0, 0, 0, 0, -1, 7};

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void moneyIsConserved(long seed) {
    try (var shop = new Shop()) {
      var crowd = new Crowd(shop, new SplittableRandom(seed));
      for (int step = 0; step < STEPS; step++) {
        crowd.act();
        if (step % 20 == 0) {
          crowd.check("seed " + seed + ", step " + step);
        }
      }
      crowd.check("seed " + seed);
      assertThat(shop.provider.book().account().spent())
          .as("seed %d did something", seed)
          .isNotEqualTo(Cents.ZERO);
    }
  }

  /** A few tokens whose owner does anything that comes to mind. */
  private static final class Crowd {
    private final Shop shop;
    private final SplittableRandom random;
    private final List<String> tokens = new ArrayList<>();
    private Sats sent = Sats.ZERO;

    Crowd(Shop shop, SplittableRandom random) {
      this.shop = shop;
      this.random = random;
      for (int count = 0; count < 4; count++) {
        tokens.add(shop.mint());
      }
    }

    void act() {
      switch (random.nextInt(10)) {
        case 0 -> shop.rate.set(Rate.ofDollars(random.nextInt(20_000, 200_000)));
        case 1 -> shop.invoice(token(), random.nextInt(5, 60));
        case 2, 3 -> pay();
        case 4 -> shop.confirm();
        case 5 -> launch();
        case 6 -> topUp();
        case 7 -> switchSomething();
        case 8 -> shop.days(random.nextDouble(2));
        default -> setAutorenewal();
      }
    }

    private String token() {
      return tokens.get(random.nextInt(tokens.size()));
    }

    /** The right amount mostly, sometimes a little off, sometimes for an old invoice. */
    private void pay() {
      var invoices = shop.provider.invoices();
      if (!invoices.isEmpty()) {
        Invoice invoice = invoices.get(random.nextInt(invoices.size() / 2, invoices.size()));
        var amount = Sats.of(invoice.price().value() + OFFSETS[random.nextInt(OFFSETS.length)]);
        sent = sent.plus(amount);
        shop.pay(invoice, amount);
      }
    }

    private void launch() {
      var order = Customer.order("days", random.nextInt(0, 20));
      order.put("autorenew", random.nextBoolean());
      shop.customer.post("/token/" + token() + "/servers", order);
    }

    private void topUp() {
      var servers = shop.provider.servers();
      if (!servers.isEmpty()) {
        var server = servers.get(random.nextInt(servers.size()));
        shop.topUp(server.token().value(), server.id().value(), random.nextInt(0, 92));
      }
    }

    private void switchSomething() {
      var acts = List.of("start", "stop", "reboot", "rebuild", "forget");
      var servers = shop.provider.servers();
      if (!servers.isEmpty()) {
        var server = servers.get(random.nextInt(servers.size()));
        var act = acts.get(random.nextInt(acts.size()));
        shop.act(server.token().value(), server.id().value(), act);
      }
    }

    private void setAutorenewal() {
      var servers = shop.provider.servers();
      if (!servers.isEmpty()) {
        var server = servers.get(random.nextInt(servers.size()));
        shop.customer.patch(
            Shop.path(server.token().value(), server.id().value()),
            Map.of("autorenew", random.nextBoolean()));
      }
    }

    /** The book against the API, against the events one by one, and against what was sent. */
    void check(String when) {
      var book = shop.provider.book();
      var balances = tokens.stream().mapToLong(shop::balance).sum();
      assertThat(book.account().balance().value()).as(when).isEqualTo(balances);
      var credited =
          book.all(Event.InvoicePaid.class).stream().mapToLong(e -> e.credited().value()).sum();
      var launched = book.all(Event.Launched.class).stream().mapToLong(e -> 38L * e.days()).sum();
      var toppedUp = book.all(Event.ToppedUp.class).stream().mapToLong(e -> 38L * e.days()).sum();
      assertThat(credited).as(when).isEqualTo(launched + toppedUp + balances);
      assertThat(sent.covers(book.account().received())).as(when).isTrue();
      shop.confirm();
      assertThat(book.account().received()).as(when + ": all confirmed").isEqualTo(sent);
    }
  }
}
