package org.bulbil.agent.launch;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bulbil.agent.launch.Founder.State;
import org.bulbil.bitcoin.store.Column;
import org.bulbil.bitcoin.store.Form;
import org.bulbil.bitcoin.store.Row;
import org.bulbil.bitcoin.store.Store;
import org.bulbil.bitcoin.store.Table;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.hosting.CreditToken;
import org.bulbil.tor.Fingerprint;

/** The table of founders. */
public final class FounderBook {

  private static final Form<Founder> FORM =
      new Form<>(
          "founder",
          List.of(
              Column.number("id"),
              Column.text("hostname"),
              Column.text("genome"),
              Column.text("state"),
              Column.text("token").optional(),
              Column.text("lease").optional(),
              Column.text("address").optional(),
              Column.number("paid_until").optional(),
              Column.text("fingerprint").optional(),
              Column.number("setbacks"),
              Column.number("changed"),
              Column.text("words")),
          FounderBook::values,
          FounderBook::founder);

  /** A founder that is to be: who draws it has the name already. */
  public record Draft(Hostname hostname, Genome genome) {}

  private final Store store;
  private final Table<Long, Founder> founders;

  public FounderBook(Store store) {
    this.store = store;
    this.founders = store.table(FORM, Founder::id);
  }

  /** All founders in the order of buying; empty before they are planned. */
  public List<Founder> all() {
    return founders.all();
  }

  /** Writes down all founders at once, the first to be bought first. */
  void plan(List<Draft> drafts, Instant now) {
    store.write(
        () -> {
          if (!all().isEmpty()) {
            throw new IllegalStateException("this launch is planned already");
          }
          long id = 0;
          for (var draft : drafts) {
            id++;
            founders.put(Founder.planned(id, draft.hostname(), draft.genome(), now));
          }
        });
  }

  /** Changes a founder as it stands on disk, whatever the caller has; answers what it is now. */
  Founder change(Founder founder, UnaryOperator<Founder> change) {
    return store.transact(
        () -> {
          var changed = change.apply(founders.find(founder.id()).orElseThrow());
          founders.put(changed);
          return changed;
        });
  }

  private static List<?> values(Founder founder) {
    return List.of(
        founder.id(),
        founder.hostname().value(),
        founder.genome().encode(),
        founder.state().name(),
        founder.token().map(CreditToken::value),
        founder.lease().map(LeaseId::value),
        founder.address(),
        founder.paidUntil(),
        founder.fingerprint().map(Fingerprint::value),
        founder.setbacks(),
        founder.changed(),
        founder.words());
  }

  private static Founder founder(Row row) {
    return new Founder(
        row.number("id"),
        new Hostname(row.text("hostname")),
        Genome.decode(row.text("genome")),
        State.valueOf(row.text("state")),
        row.optionalText("token").map(CreditToken::new),
        row.optionalText("lease").map(LeaseId::new),
        row.optionalText("address"),
        row.optionalInstant("paid_until"),
        row.optionalText("fingerprint").map(Fingerprint::new),
        row.integer("setbacks"),
        row.instant("changed"),
        row.text("words"));
  }
}
