package org.bulbil.agent.tenancy;

import java.util.function.BooleanSupplier;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.settings.Settings;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.Lease.State;
import org.bulbil.core.time.Time;

/**
 * Whether the own lease needs its provider soon: it is not known, not running, or renewed within a
 * day from now or earlier.
 */
public final class Urgency implements BooleanSupplier {

  /** More than the longest pause of a quarantine, so that no renewal begins in one. */
  private static final int DAYS_BEFORE_RENEWAL = 1;

  private final Journal journal;
  private final Settings settings;
  private final Time time;

  public Urgency(Journal journal, Settings settings, Time time) {
    this.journal = journal;
    this.settings = settings;
    this.time = time;
  }

  @Override
  public boolean getAsBoolean() {
    return KnownHome.lease(journal, settings.hostname()).filter(this::isQuiet).isEmpty();
  }

  private boolean isQuiet(Lease lease) {
    var days = lease.daysLeft(time.now(), settings.lease().day());
    return lease.state() == State.RUNNING
        && days > settings.genome().leadDays() + DAYS_BEFORE_RENEWAL;
  }
}
