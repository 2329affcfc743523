package org.bulbil.agent;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.bulbil.agent.birth.Nursery;
import org.bulbil.agent.family.Membership;
import org.bulbil.agent.family.Nurse;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.purchase.Patience;
import org.bulbil.agent.purchase.Purchases;
import org.bulbil.agent.relay.Keeper;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.tenancy.Renewal;
import org.bulbil.agent.tenancy.Tenancy;
import org.bulbil.agent.will.Giving;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.payment.Bidding;
import org.bulbil.bitcoin.wallet.IdentityException;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.bitcoin.wallet.WalletSettings;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Provider;
import org.bulbil.tor.process.TorFolder;

/**
 * The parts of an agent, each made from the outside world's ports and knowing only what it needs.
 */
record Household(
    Settings settings,
    Time time,
    Provider provider,
    Journal journal,
    Wallet wallet,
    Tenancy tenancy,
    Renewal renewal,
    Purchases purchases,
    Nursery nursery,
    Giving giving,
    Keeper relay,
    Membership membership,
    Nurse nurse,
    Lookout lookout) {

  /**
   * Moves in. A home that was lived in before must still hold its seed.
   *
   * @param home folder of everything that must survive
   * @param relays makes the keeper of the Tor relay
   * @throws IdentityException where seed, wallet and journal do not belong together
   */
  static Household moveIn(
      Path home,
      Settings settings,
      Provider provider,
      List<ChainSource> chain,
      Function<Journal, Keeper> relays,
      Time time,
      RandomGenerator random) {
    var network = settings.chain().network();
    var token = new CreditToken(settings.lease().token());
    var diary = home.resolve("journal.db");
    // The wallet comes first: a journal without a seed is the trace of a wallet that was lost.
    var wallet =
        Wallet.open(WalletSettings.in(home, network).withTraces(diary), chain, time, random);
    var journal = Journal.open(diary, time);
    var purchases = new Purchases(provider, wallet, journal, patience(settings), time);
    var giving = giving(settings, wallet, journal, purchases);
    var relay = relays.apply(journal);
    var nursery = new Nursery(settings, provider, purchases, relay, giving, journal, time, random);
    return new Household(
        settings,
        time,
        provider,
        journal,
        wallet,
        new Tenancy(provider, token, settings.hostname(), journal),
        new Renewal(provider, token, journal, time, settings.rhythm().lateAnswer()),
        purchases,
        nursery,
        giving,
        relay,
        Membership.in(keys(home), settings, journal, time, random),
        new Nurse(random),
        new Lookout(settings, provider, wallet, purchases, nursery, time));
  }

  /** Tor's, where it looks for family keys. */
  private static Path keys(Path home) {
    return new TorFolder(home.resolve("tor")).keys();
  }

  private static Patience patience(Settings settings) {
    return new Patience(
        settings.chain().network(),
        new Bidding(settings.chain().block(), FeeRate.RELAY_FLOOR, settings.chain().feeCap()),
        settings.lease().day().length());
  }

  private static Giving giving(
      Settings settings, Wallet wallet, Journal journal, Purchases purchases) {
    var will = settings.will();
    return new Giving(
        wallet,
        journal,
        Address.parse(will.beneficiary(), settings.chain().network()),
        settings.chain().feeCap(),
        will.startGift(),
        purchases::price);
  }
}
