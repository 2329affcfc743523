package org.bulbil.cli.launch;

import io.avaje.jsonb.Json;
import java.util.List;
import org.bulbil.agent.launch.Bill;
import org.bulbil.agent.launch.Budget;
import org.bulbil.core.lease.Region;

/** A bill for scripts. */
@Json(naming = Json.Naming.LowerUnderscore)
record BillLine(
    String event,
    String plan,
    List<String> regions,
    int perRegion,
    int relays,
    int days,
    long rentCents,
    long creditCents,
    long totalCents,
    long totalSat,
    long feeSat,
    String feeRate,
    long mostCents,
    long askedSat) {

  static BillLine of(Bill bill, Budget budget) {
    var choice = bill.choice();
    return new BillLine(
        "bill",
        choice.plan().slug(),
        choice.regions().stream().map(Region::slug).toList(),
        choice.perRegion(),
        choice.relays(),
        bill.days(),
        bill.rent().value(),
        bill.credit().value(),
        bill.total().value(),
        bill.sats().value(),
        bill.fees().value(),
        bill.rate().toString(),
        budget.most().value(),
        bill.asked().value());
  }
}
