package org.bulbil.agent.bequest;

import com.sun.net.httpserver.HttpHandler;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.settings.Settings;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.chain.FeeLevels;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Fingerprint;

/** What a relay leaves to others, and what others have left with it. One thread. */
public final class Estate {

  /** Where a bequest is shown. */
  public static final String PATH = Testator.PATH;

  /** The directory is looked through once in so many heartbeats. */
  private static final int BEATS_BETWEEN_LOOKS = 6;

  private final Settings settings;
  private final Testator testator;
  private final Heir heir;
  private final Relatives kindred;
  private final Supplier<FeeLevels> levels;
  private final Time time;
  private Optional<List<Kin>> relatives = Optional.empty();
  private Instant nextLook = Instant.MIN;

  /**
   * @param kindred who runs
   * @param keys that open what relatives seal to this server
   * @param levels the newest fees that are known
   * @param random one that nobody can guess
   */
  public Estate(
      Settings settings,
      Wallet wallet,
      Journal journal,
      Relatives kindred,
      OnionKeys keys,
      Supplier<FeeLevels> levels,
      Time time,
      RandomGenerator random) {
    this.settings = settings;
    this.testator = new Testator(wallet.outbox(), journal, settings.chain().feeCap(), random);
    this.heir = new Heir(settings, wallet, journal, keys, time);
    this.kindred = kindred;
    this.levels = levels;
    this.time = time;
  }

  /** Who answers at {@link #PATH}. */
  public HttpHandler door() {
    return testator;
  }

  /** Looks who runs, now and then, and looks after what others have left. */
  public void meet(Fingerprint self, FamilyId family) {
    if (!time.now().isBefore(nextLook)) {
      look(self, family);
    }
    relatives.ifPresent(running -> heir.beat(self, running));
  }

  /**
   * Puts the own bequest in order, and hands it on; signs nothing while there is no heir.
   *
   * @param beneficiary empty where nobody is valid
   */
  public void settle(
      Fingerprint self, WalletView view, Optional<Address> beneficiary, Instant leaseEnd) {
    var parent = settings.lineage().parent().map(Fingerprint::new);
    var keeper = relatives.flatMap(running -> HeirChoice.of(self, parent, running));
    if (keeper.isPresent()) {
      beneficiary.ifPresent(to -> testator.sign(view, to, leaseEnd, levels.get()));
    }
    testator.handTo(keeper, self, view);
  }

  /** Where the directory is unknown nobody is taken to be gone. */
  private void look(Fingerprint self, FamilyId family) {
    nextLook = time.now().plus(settings.rhythm().heartbeat().multipliedBy(BEATS_BETWEEN_LOOKS));
    relatives =
        kindred.of(family, self) instanceof Outcome.Done<List<Kin>>(var found)
            ? Optional.of(found)
            : Optional.empty();
  }

  /** In a sentence, for the status page. */
  public String words() {
    var ours =
        testator
            .heir()
            .map(
                to ->
                    "If this server dies without warning, "
                        + to
                        + " can send the rest after the"
                        + " end of the lease.")
            .orElse("Nobody keeps a bequest of this relay now.");
    int kept = heir.kept().size();
    return kept == 0 ? ours : ours + " It keeps the bequests of %d others.".formatted(kept);
  }
}
