package org.bulbil.agent.relay;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.tenancy.Home;
import org.bulbil.core.contact.ContactLine;
import org.bulbil.core.contact.Heritage;
import org.bulbil.core.contact.ServerFacts;
import org.bulbil.core.contact.SystemFacts;
import org.bulbil.core.contact.Website;
import org.bulbil.core.lease.Plan;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Nickname;
import org.bulbil.tor.process.BandwidthLimit;
import org.bulbil.tor.process.ContactText;
import org.bulbil.tor.process.RelaySettings;
import org.bulbil.tor.process.TorFolder;
import org.bulbil.tor.process.Torrc;
import org.bulbil.tor.process.TorrcLine;

/** The torrc that follows from a relay's settings, genome and plan. */
final class TorrcOfRelay {

  /** A burst lets twenty seconds' worth through at once: a page comes fast, a month still fits. */
  private static final int BURST_SECONDS = 20;

  /** Providers count a month of 30 days, and what comes in as well as what goes out. */
  private static final double SECONDS_OF_TRAFFIC = 30 * 86_400 * 2;

  private final Settings settings;
  private final TorFolder folder;
  private final SystemFacts system;

  TorrcOfRelay(Settings settings, TorFolder folder, SystemFacts system) {
    this.settings = settings;
    this.folder = folder;
    this.system = system;
  }

  /**
   * @param address of the server
   * @param card what the contact line says
   */
  Torrc torrc(Home home, String address, Card card) {
    var relay = settings.relay();
    return Torrc.relay(
        new RelaySettings(
            folder,
            Nickname.of(settings.hostname()),
            new InetSocketAddress(address, relay.orPort()),
            contact(home.plan(), card),
            bandwidth(home.plan()),
            Optional.empty(),
            List.of(),
            relay.extra().stream().map(TorrcLine::new).toList()));
  }

  /** Everything that we know of ourselves, and a hoster only where it has the form of one. */
  ContactText contact(Plan plan, Card card) {
    var relay = settings.relay();
    var heritage = new Heritage(settings.lineage(), settings.genome().digest(), card.family());
    var server = new ServerFacts(plan, bandwidth(plan).rate().bytesPerSecond(), system);
    return new ContactText(
        new ContactLine(
                relay.email(),
                relay.website().filter(site -> isProven(site, card)),
                Optional.of(relay.hoster()).filter(ContactLine::isHoster),
                Optional.of(server),
                relay.donations(),
                card.wallet(),
                heritage)
            .text());
  }

  /** A site that vouches for the family is named once the relay declares the family. */
  private static boolean isProven(Website site, Card card) {
    return !site.proof().isOfFamily() || card.family().isPresent();
  }

  /** The genome's share of what the plan can sustain all month. */
  private BandwidthLimit bandwidth(Plan plan) {
    var sustained = plan.trafficTb() * 1e12 / SECONDS_OF_TRAFFIC;
    var wanted = Math.round(sustained * settings.genome().bandwidthPercent() / 100);
    var rate =
        Math.clamp(
            wanted,
            BandwidthLimit.SLOWEST.bytesPerSecond(),
            BandwidthLimit.FASTEST.bytesPerSecond());
    var burst = Math.min(rate * BURST_SECONDS, BandwidthLimit.FASTEST.bytesPerSecond());
    return new BandwidthLimit(new Bandwidth(rate), new Bandwidth(burst));
  }
}
