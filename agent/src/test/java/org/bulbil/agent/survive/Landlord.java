package org.bulbil.agent.survive;

import java.time.Duration;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.hosting.Invoice;

/** The provider's own moods: prices, changed bills, suspensions, bans. */
final class Landlord {

  private static final Duration SHORT_BILL = Duration.ofMinutes(10);
  private static final double JUMP = 6;
  private static final double LEAST_DOLLARS = 5_000;
  private static final double MOST_DOLLARS = 1_000_000;

  private final World world;
  private final Tenant tenant;
  private final Dice dice;

  Landlord(World world, Tenant tenant, Dice dice) {
    this.world = world;
    this.tenant = tenant;
    this.dice = dice;
  }

  void turn() {
    world.book.billsLive(world.swarm.isOn(Fault.SHORT_BILLS) ? SHORT_BILL : World.BILL_LIFE);
    if (world.swarm.strikes(Fault.PRICE_JUMP)) {
      jump();
    }
    if (world.swarm.strikes(Fault.REPRICED_BILL)) {
      reprice();
    }
    if (world.swarm.strikes(Fault.SUSPENSION)) {
      world.book.suspend(tenant.token(), tenant.id());
      world.diary.note("the server is suspended");
    }
    if (world.swarm.strikes(Fault.BAN)) {
      world.book.delete(tenant.token(), tenant.id());
      world.diary.note("the server is deleted");
    }
  }

  boolean isSuspending() {
    return tenant.lease().state() == Lease.State.SUSPENDED;
  }

  private void jump() {
    double dollars = world.book.price().centsPerBitcoin() / 100.0 * dice.spread(1 / JUMP, JUMP);
    world.book.price(Rate.ofDollars(Math.round(Math.clamp(dollars, LEAST_DOLLARS, MOST_DOLLARS))));
    world.diary.note("a bitcoin costs %s", world.book.price());
  }

  private void reprice() {
    world.book.tokens().stream()
        .flatMap(
            token ->
                world.office.invoices(token).answer().orElseThrow().stream()
                    .filter(bill -> bill.isPayable(world.now()))
                    .limit(1)
                    .map(bill -> new Open(token, bill)))
        .forEach(this::reprice);
  }

  private record Open(org.bulbil.hosting.CreditToken token, Invoice bill) {}

  private void reprice(Open open) {
    long asked = open.bill().request().amount().value();
    var amount = Sats.of(Math.max(1, Math.round(asked * dice.spread(0.8, 1.25))));
    world.book.reprice(open.token(), open.bill().id(), amount);
    world.diary.note("bill %s asks %s now", open.bill().id(), amount);
  }
}
