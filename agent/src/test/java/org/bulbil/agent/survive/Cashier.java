package org.bulbil.agent.survive;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bulbil.bitcoin.TxId;
import org.bulbil.core.money.Sats;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.testing.Book.Bill;

/** Credits what the chain shows paid; sometimes late, twice or never. */
final class Cashier {

  private static final Duration LATE = Duration.ofHours(20);

  private final World world;
  private final Tenant tenant;
  private final Dice dice;
  private final BirthStep stuck;
  private final Set<String> settled = new HashSet<>();
  private final Map<String, Instant> delayed = new HashMap<>();

  Cashier(World world, Tenant tenant, Dice dice, BirthStep stuck) {
    this.world = world;
    this.tenant = tenant;
    this.dice = dice;
    this.stuck = stuck;
  }

  void turn(PaymentWatch watch) {
    for (var sent : watch.sent()) {
      if (sent.payee() instanceof PaymentWatch.Payee.Bill(String address)
          && !settled.contains(address)
          && world.chain.height(sent.id()).isPresent()) {
        paid(address, sent);
      }
    }
  }

  private void paid(String address, PaymentWatch.Sent sent) {
    var bill = world.book.billAt(address).orElseThrow();
    if (stuck == BirthStep.CREDIT && !tenant.owns(bill.token())) {
      return;
    }
    var invoice = world.office.invoice(bill.token(), bill.invoice()).answer().orElseThrow();
    if (delayed.containsKey(address)) {
      creditLate(address, bill, sent.id());
    } else if (!isGood(invoice, address, sent) || world.swarm.strikes(Fault.NO_CREDIT)) {
      odd("%s is not credited", address);
      settled.add(address);
    } else if (world.swarm.strikes(Fault.LATE_CREDIT)) {
      delayed.put(address, world.now().plus(dice.wait(LATE)));
    } else {
      credit(address, bill, sent.id());
    }
  }

  /** The whole amount, sent in time. */
  private static boolean isGood(Invoice invoice, String address, PaymentWatch.Sent sent) {
    long amount =
        sent.transaction().txOut.stream()
            .filter(output -> PaymentWatch.address(output).equals(address))
            .mapToLong(output -> output.amount.toLong())
            .sum();
    return Sats.of(amount).covers(invoice.request().amount())
        && !sent.at().isAfter(invoice.expires());
  }

  private void creditLate(String address, Bill bill, TxId id) {
    if (!world.now().isBefore(delayed.get(address))) {
      odd("%s is credited late", address);
      credit(address, bill, id);
    }
  }

  private void credit(String address, Bill bill, TxId id) {
    settled.add(address);
    world.book.payAnyway(bill.token(), bill.invoice(), id.toString());
    world.tally.count(Happening.PURCHASES);
    world.diary.note("%s is credited", address);
    if (world.swarm.strikes(Fault.DOUBLE_CREDIT)) {
      odd("%s is credited again", address);
      world.book.payAnyway(bill.token(), bill.invoice(), id.toString());
    }
  }

  private void odd(String form, String address) {
    world.tally.count(Happening.ODD_CREDITS);
    world.diary.note(form, address);
  }
}
