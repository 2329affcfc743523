package org.bulbil.bitcoin.wallet;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.store.Column;
import org.bulbil.bitcoin.store.Form;
import org.bulbil.bitcoin.store.Store;
import org.bulbil.bitcoin.store.StoreFile;

/** Holds seed and database together: one wallet for the life of a relay, never a second. */
final class WalletIdentity {

  /** Whose a database is. */
  private record Mark(String network, String fingerprint, Instant created) {
    static final Form<Mark> FORM =
        new Form<>(
            "identity",
            List.of(Column.text("network"), Column.text("fingerprint"), Column.number("created")),
            mark -> List.of(mark.network, mark.fingerprint, mark.created),
            row -> new Mark(row.text("network"), row.text("fingerprint"), row.instant("created")));

    @Override
    public String toString() {
      return fingerprint + " on " + network;
    }
  }

  private final WalletSettings settings;

  WalletIdentity(WalletSettings settings) {
    this.settings = settings;
  }

  /**
   * The seed's keys; new ones only where nothing of an earlier start is left.
   *
   * @throws IdentityException where there are traces of an earlier start, but no seed
   */
  Account account(RandomGenerator random) {
    var seed = settings.seed();
    if (!seed.exists()) {
      refuseIfLivedIn();
      seed.create(random);
    }
    return seed.account(settings.network());
  }

  private void refuseIfLivedIn() {
    Stream.concat(Stream.of(settings.database()), settings.traces().stream())
        .filter(StoreFile::exists)
        .findFirst()
        .ifPresent(
            trace -> {
              throw new IdentityException(
                  "%s is there, but not the seed %s it belongs to. Put the seed back. A new one would be"
                          .formatted(trace, settings.seed())
                      + " a second wallet, and the first one's money would be lost");
            });
  }

  /**
   * Writes the seed's fingerprint into a new database, and compares it in an old one.
   *
   * @throws IdentityException where another seed made it, or another network
   */
  void seal(Store store, Account account, Instant now) {
    var marks = store.table(Mark.FORM, Mark::network);
    var ours = new Mark(account.network().toString(), account.fingerprint(), now);
    if (marks.all().isEmpty()) {
      marks.put(ours);
    }
    var theirs = marks.all().getFirst();
    if (!ours.toString().equals(theirs.toString())) {
      throw new IdentityException(
          "%s was made by the seed with fingerprint %s; %s has %s. Put the right one back"
              .formatted(settings.database(), theirs, settings.seed(), ours));
    }
  }
}
