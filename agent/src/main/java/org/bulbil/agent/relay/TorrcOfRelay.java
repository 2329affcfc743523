package org.bulbil.agent.relay;

import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import org.bulbil.tor.process.TrafficCap;

/** The torrc that follows from a relay's settings, genome and plan. */
final class TorrcOfRelay {

  /** A burst lets twenty seconds' worth through at once: a page comes fast, a month still fits. */
  private static final int BURST_SECONDS = 20;

  /** Calendar months have up to 31 days; providers count what comes in and what goes out. */
  private static final double SECONDS_OF_TRAFFIC = 31 * 86_400 * 2;

  /**
   * Of the plan's traffic the relayed part; the rest is for what tor does for itself, and keeps the
   * rate clear of the cap: a relay that could reach its cap gives up directory service.
   */
  private static final double RELAYED = 0.97;

  private static final double TERABYTE = 1e12;

  /** Where tor counts for programs of this machine. */
  private static final int METRICS_PORT = 9035;

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
    var plain =
        new RelaySettings(
                folder,
                Nickname.of(settings.hostname()),
                new InetSocketAddress(address, relay.orPort()),
                contact(home.plan(), card),
                bandwidth(home.plan()))
            .withMetrics(metrics(address))
            .withKin(card.kin())
            .withExtra(relay.extra().stream().map(TorrcLine::new).toList());
    return Torrc.relay(cap(home.plan()).map(plain::withCap).orElse(plain));
  }

  /** On loopback; of several relays on one machine, as in a sandbox, each at its own address. */
  private static InetSocketAddress metrics(String address) {
    var own = new InetSocketAddress(address, METRICS_PORT);
    return own.getAddress().isLoopbackAddress()
        ? own
        : new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), METRICS_PORT);
  }

  /** The last net below a wrong rate; empty where the plan does not say how much it allows. */
  static Optional<TrafficCap> cap(Plan plan) {
    return Optional.of(Math.round(plan.trafficTb() * TERABYTE))
        .filter(bytes -> bytes > 0)
        .map(bytes -> new TrafficCap(bytes, TrafficCap.Counting.BOTH_WAYS));
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
  BandwidthLimit bandwidth(Plan plan) {
    var sustained = plan.trafficTb() * TERABYTE * RELAYED / SECONDS_OF_TRAFFIC;
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
