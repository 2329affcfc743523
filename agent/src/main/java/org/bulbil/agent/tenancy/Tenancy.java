package org.bulbil.agent.tenancy;

import java.util.List;
import java.util.Optional;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.money.Cents;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Provider;

/**
 * What is known of the own server. The provider's newest word is kept in the journal, so that a
 * silent provider, even at a start, leaves the relay knowing when its lease ends.
 */
public final class Tenancy {

  private final Provider provider;
  private final CreditToken token;
  private final Hostname hostname;
  private final Journal journal;

  public Tenancy(Provider provider, CreditToken token, Hostname hostname, Journal journal) {
    this.provider = provider;
    this.token = token;
    this.hostname = hostname;
    this.journal = journal;
  }

  /** The own lease as it was known last. */
  public Optional<Lease> known() {
    return KnownHome.lease(journal, hostname);
  }

  /** The own server, or empty as long as the provider has never named it. */
  public Optional<Home> observe() {
    var fresh = askLease();
    fresh.filter(Tenancy::isUnreachable).ifPresent(this::complain);
    fresh.ifPresent(lease -> KnownHome.rememberLease(journal, lease));
    return fresh
        .or(this::known)
        .flatMap(lease -> plan(lease.plan()).map(plan -> home(lease, plan, fresh.isPresent())));
  }

  private static boolean isUnreachable(Lease lease) {
    return lease.state() == Lease.State.RUNNING && lease.address().isEmpty();
  }

  /** Once, and not at every heartbeat. */
  private void complain(Lease lease) {
    if (known().filter(lease::equals).isEmpty()) {
      journal.note(
          Entry.Kind.TROUBLE,
          "the server was built without an IPv4 address and cannot be a relay: plan %s has none"
              .formatted(lease.plan()));
    }
  }

  private Home home(Lease lease, Plan plan, boolean answered) {
    var credit = answered ? provider.credit(token).answer() : Optional.<Cents>empty();
    return new Home(lease, plan, credit);
  }

  private Optional<Lease> askLease() {
    return known()
        .map(known -> provider.lease(token, known.id()).answer())
        .orElseGet(this::findLease);
  }

  private Optional<Lease> findLease() {
    var live =
        provider.leases(token, hostname).answer().stream()
            .flatMap(List::stream)
            .filter(Lease::isLive)
            .toList();
    if (live.size() > 1) {
      journal.note(
          Entry.Kind.TROUBLE,
          "%d servers have the name %s; this one takes the first for its own"
              .formatted(live.size(), hostname));
    }
    return live.stream().findFirst();
  }

  private Optional<Plan> plan(String slug) {
    return KnownHome.plan(journal, slug)
        .or(
            () -> {
              var fresh = provider.catalogue().answer().flatMap(offers -> offers.plan(slug));
              fresh.ifPresent(plan -> KnownHome.rememberPlan(journal, plan));
              return fresh;
            });
  }

  /** Switches the server's lease on again where the provider has suspended it. */
  public void wake(Home home) {
    if (home.lease().state() == Lease.State.SUSPENDED) {
      var answer = provider.start(token, home.lease().id());
      journal.note(
          Entry.Kind.LEASE, "suspended by the provider; asked to start: " + answer.summary());
    }
  }

  public CreditToken token() {
    return token;
  }
}
