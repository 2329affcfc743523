package org.bulbil.agent.relay;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.tenancy.Home;
import org.bulbil.core.contact.ContactLine;
import org.bulbil.core.contact.Heritage;
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

  TorrcOfRelay(Settings settings, TorFolder folder) {
    this.settings = settings;
    this.folder = folder;
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
            contact(card),
            bandwidth(home.plan()),
            Optional.empty(),
            List.of(),
            relay.extra().stream().map(TorrcLine::new).toList()));
  }

  ContactText contact(Card card) {
    var relay = settings.relay();
    var heritage = new Heritage(settings.lineage(), settings.genome().digest(), card.family());
    var hoster = Optional.of(relay.hoster()).filter(domain -> !domain.isEmpty());
    return new ContactText(new ContactLine(relay.email(), hoster, card.wallet(), heritage).text());
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
