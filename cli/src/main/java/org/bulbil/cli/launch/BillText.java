package org.bulbil.cli.launch;

import java.util.ArrayList;
import java.util.List;
import org.bulbil.agent.launch.Bill;
import org.bulbil.agent.launch.Budget;

/** A bill in lines, for people. */
final class BillText {

  private BillText() {}

  static List<String> of(Bill bill, Budget budget) {
    var choice = bill.choice();
    var plan = choice.plan();
    var lines = new ArrayList<String>();
    lines.add(
        "plan      %s: %d core, %d MB, %s a day"
            .formatted(plan.slug(), plan.cores(), plan.memoryMb(), plan.rent()));
    for (var region : choice.regions()) {
      lines.add(
          "region    %-5s %-16s %d × %d days  %s"
              .formatted(
                  region.slug(),
                  region.name(),
                  choice.perRegion(),
                  bill.days(),
                  bill.credit().times(choice.perRegion())));
    }
    lines.add(
        "servers   %d, each with %s of credit, of which %s pay %d days"
            .formatted(choice.relays(), bill.credit(), bill.rent(), bill.days()));
    lines.add("credit    %s = %s".formatted(bill.total(), bill.sats()));
    lines.add("fees      about %s at %s".formatted(bill.fees(), bill.rate()));
    lines.add(
        "together  %s; never more than %s, whatever fees and prices do"
            .formatted(bill.expected(), budget.most()));
    return lines;
  }
}
