package org.bulbil.agent;

import java.util.List;
import java.util.random.RandomGenerator;
import org.bulbil.agent.bequest.Estate;
import org.bulbil.agent.birth.Nursery;
import org.bulbil.agent.clock.Timekeeper;
import org.bulbil.agent.health.Notices;
import org.bulbil.agent.health.WatchedProvider;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.purchase.Patience;
import org.bulbil.agent.purchase.Purchases;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.status.ShownJournal;
import org.bulbil.agent.stop.Herald;
import org.bulbil.agent.stop.Obedience;
import org.bulbil.agent.tenancy.Renewal;
import org.bulbil.agent.tenancy.Tenancy;
import org.bulbil.agent.tenancy.Urgency;
import org.bulbil.agent.will.Giving;
import org.bulbil.agent.will.Will;
import org.bulbil.agent.workload.Workload;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.payment.Bidding;
import org.bulbil.bitcoin.wallet.IdentityException;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.bitcoin.wallet.WalletSettings;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.time.SteadyTime;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Provider;

/**
 * The parts of an agent, each made from the outside world's ports and knowing only what it needs.
 */
record Household(
    Settings settings,
    Time time,
    WatchedProvider provider,
    Notices notices,
    Journal journal,
    Wallet wallet,
    Tenancy tenancy,
    Renewal renewal,
    Purchases purchases,
    Nursery nursery,
    FeeWatch fees,
    Consolidation consolidation,
    Will will,
    Estate estate,
    Workload workload,
    Obedience obedience,
    Herald herald,
    ShownJournal decisions,
    Lookout lookout,
    Timekeeper timekeeper) {

  /**
   * Moves in. A home that was lived in before must still hold its seed.
   *
   * @param landlord as it is, without an account of its health
   * @param work what the server is for
   * @throws IdentityException where seed, wallet and journal do not belong together
   */
  static Household moveIn(
      Disk disk,
      Settings settings,
      Provider landlord,
      List<ChainSource> chain,
      Workload.Beginning work,
      SteadyTime time,
      RandomGenerator random) {
    var network = settings.chain().network();
    var token = new CreditToken(settings.lease().token());
    var database = WalletSettings.of(network, disk.seed(), disk.wallet());
    // The wallet comes first: a journal without a seed is the trace of a wallet that was lost.
    var wallet = Wallet.open(database.withTraces(disk.journal()), chain, time, random);
    var journal = Journal.open(disk.journal(), time);
    var urgency = new Urgency(journal, settings, time);
    var provider = new WatchedProvider(landlord, journal, settings, urgency, time);
    var purchases = new Purchases(provider, wallet, journal, patience(settings), time);
    var giving = new Giving(wallet, settings.will().startGift(), purchases::price);
    var fees = new FeeWatch(wallet);
    var workload = work.begin(journal, wallet);
    var kin = workload.relations();
    var nursery =
        new Nursery(settings, provider, purchases, kin, kin, giving, journal, time, random);
    var obedience = new Obedience(settings.stopKey(), journal, time);
    var citizen = new Citizen(settings.relay().email(), obedience::conduct, workload::fault);
    var renewal =
        new Renewal(
            provider, token, journal, time, settings.lease().day(), settings.rhythm().lateAnswer());
    return new Household(
        settings,
        time,
        provider,
        new Notices(provider, token, journal, settings.lease().day(), time),
        journal,
        wallet,
        new Tenancy(provider, token, settings.hostname(), journal),
        renewal,
        purchases,
        nursery,
        fees,
        new Consolidation(wallet, journal, bidding(settings), settings.lease().day(), time),
        new Will(settings, wallet, journal, fees::newest, time),
        new Estate(settings, wallet, journal, kin, kin.onionKeys(), fees::newest, time, random),
        workload,
        obedience,
        new Herald(
            obedience,
            nursery.book()::all,
            provider::lease,
            settings.relay().statusPort(),
            settings.rhythm().heartbeat(),
            time),
        new ShownJournal(settings.hostname().value(), journal),
        new Lookout(
            settings,
            provider,
            wallet,
            renewal,
            purchases,
            nursery,
            citizen,
            fees,
            new FeeDiary(journal, settings.lease().day(), time),
            new Forecast(settings.prior(), settings.lease().day(), journal, time),
            time),
        new Timekeeper(time, provider, workload::clock, journal, settings));
  }

  private static Patience patience(Settings settings) {
    return new Patience(
        settings.chain().network(), bidding(settings), settings.lease().day().length());
  }

  private static Bidding bidding(Settings settings) {
    return new Bidding(settings.chain().block(), FeeRate.RELAY_FLOOR, settings.chain().feeCap());
  }
}
