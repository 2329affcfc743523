package org.bulbil.agent.tenancy;

import java.util.Optional;
import org.bulbil.agent.journal.Journal;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.money.Cents;

/** The provider's newest word about the own server, as facts of the journal. */
final class KnownHome {

  private KnownHome() {}

  static void rememberLease(Journal journal, Lease lease) {
    if (lease(journal, lease.hostname()).filter(lease::equals).isPresent()) {
      return;
    }
    journal.store().write(() -> rememberAll(journal, lease)); // A crash must not mix two leases.
  }

  private static void rememberAll(Journal journal, Lease lease) {
    journal.remember("lease.id", lease.id().value());
    journal.remember("lease.plan", lease.plan());
    journal.remember("lease.region", lease.region());
    journal.remember("lease.address", lease.address().orElse(""));
    journal.remember("lease.state", lease.state().name());
    journal.remember("lease.expiry", lease.expiry());
  }

  static Optional<Lease> lease(Journal journal, Hostname hostname) {
    return journal
        .recallInstant("lease.expiry")
        .map(
            expiry ->
                new Lease(
                    new LeaseId(recall(journal, "lease.id")),
                    hostname,
                    recall(journal, "lease.plan"),
                    recall(journal, "lease.region"),
                    journal.recall("lease.address").filter(address -> !address.isEmpty()),
                    expiry,
                    Lease.State.valueOf(recall(journal, "lease.state"))));
  }

  static void rememberPlan(Journal journal, Plan plan) {
    journal.remember(
        "plan." + plan.slug(),
        "%d %d %d %d %s %s"
            .formatted(
                plan.rent().value(),
                plan.cores(),
                plan.memoryMb(),
                plan.diskGb(),
                plan.trafficTb(),
                plan.ipv4()));
  }

  static Optional<Plan> plan(Journal journal, String slug) {
    return journal.recall("plan." + slug).map(text -> plan(slug, text.split(" ", -1)));
  }

  private static Plan plan(String slug, String[] fields) {
    return new Plan(
        slug,
        Cents.of(Long.parseLong(fields[0])),
        Integer.parseInt(fields[1]),
        Integer.parseInt(fields[2]),
        Integer.parseInt(fields[3]),
        Double.parseDouble(fields[4]),
        Boolean.parseBoolean(fields[5]));
  }

  private static String recall(Journal journal, String name) {
    return journal
        .recall(name)
        .orElseThrow(() -> new IllegalStateException("the journal has lost " + name));
  }
}
