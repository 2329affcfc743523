package org.bulbil.naming.testing;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.naming.Addresses;
import org.bulbil.naming.NameRecords;

/** A name in memory, for any number of keepers at once. Safe for use by several threads. */
public final class TestingNameRecords implements NameRecords {

  private final List<Addresses> history = new ArrayList<>(List.of(Addresses.NONE));
  private Optional<Outcome<?>> trouble = Optional.empty();
  private Runnable meanwhile = () -> {};

  /** From now on everything ends so, and nothing changes. */
  public synchronized void fail(Outcome<?> how) {
    trouble = Optional.of(how);
  }

  /** From now on all is well. */
  public synchronized void recover() {
    trouble = Optional.empty();
  }

  /** Runs {@code act} once, just before the next change: what others do at that moment. */
  public synchronized void meanwhile(Runnable act) {
    meanwhile = act;
  }

  /** Every state that the name has been in, oldest first, the empty beginning included. */
  public synchronized List<Addresses> history() {
    return List.copyOf(history);
  }

  public synchronized Addresses now() {
    return history.getLast();
  }

  @Override
  public synchronized Outcome<Addresses> read() {
    return unlessTroubled(() -> Outcome.done(now()));
  }

  @Override
  public synchronized Outcome<InetAddress> add(InetAddress address) {
    return unlessTroubled(
        () -> {
          letOthers();
          become(now().with(address));
          return Outcome.done(address);
        });
  }

  @Override
  public synchronized Outcome<Removal> remove(InetAddress address, Addresses seen) {
    return unlessTroubled(
        () -> {
          letOthers();
          if (!now().equals(seen)) {
            return Outcome.done(Removal.OVERTAKEN);
          }
          become(now().without(address));
          return Outcome.done(Removal.REMOVED);
        });
  }

  private void letOthers() {
    var act = meanwhile;
    meanwhile = () -> {};
    act.run();
  }

  private void become(Addresses next) {
    if (!next.equals(now())) {
      history.add(next);
    }
  }

  private <T> Outcome<T> unlessTroubled(Supplier<Outcome<T>> work) {
    return trouble.map(TestingNameRecords::<T>retyped).orElseGet(work);
  }

  private static <T> Outcome<T> retyped(Outcome<?> how) {
    return switch (how) {
      case Outcome.Refused<?>(String why, int code) -> Outcome.refused(why, code);
      case Outcome.Unknown<?>(String cause) -> Outcome.unknown(cause);
      case Outcome.Done<?> _ -> throw new IllegalArgumentException("a trouble is not done");
    };
  }
}
