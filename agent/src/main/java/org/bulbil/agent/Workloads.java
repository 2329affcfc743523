package org.bulbil.agent;

import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.bulbil.agent.relay.RelayKeeper;
import org.bulbil.agent.relay.RelayWorkload;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.settings.SiteSettings;
import org.bulbil.agent.site.NameKeeper;
import org.bulbil.agent.site.Nginx;
import org.bulbil.agent.site.SiteCall;
import org.bulbil.agent.site.SiteWorkload;
import org.bulbil.agent.site.SiteWorkload.Outside;
import org.bulbil.agent.workload.Workload;
import org.bulbil.core.time.Time;
import org.bulbil.naming.dns.DnsNameRecords;
import org.bulbil.tor.process.Program;
import org.bulbil.tor.process.TorFolder;

/** The workloads that there are: the only place that tells them apart. */
final class Workloads {

  private static final String NO_SEARCH_PATH = "";

  private Workloads() {}

  /**
   * The one that {@code settings} name.
   *
   * @param home folder of the agent
   * @param tor where its tor keeps its keys
   * @param random one that nobody can guess
   */
  static Workload.Beginning of(
      Settings settings, Path home, TorFolder tor, Time time, RandomGenerator random) {
    return settings
        .site()
        .map(site -> site(settings, outside(site, home), home, tor, time, random))
        .orElseGet(() -> relay(settings, home, tor, time, random));
  }

  private static Workload.Beginning relay(
      Settings settings, Path home, TorFolder tor, Time time, RandomGenerator random) {
    return (journal, wallet) ->
        new RelayWorkload(
            settings,
            tor,
            new RelayKeeper(settings, home, journal, time),
            journal,
            wallet,
            time,
            random);
  }

  private static Workload.Beginning site(
      Settings settings,
      Outside outside,
      Path home,
      TorFolder tor,
      Time time,
      RandomGenerator random) {
    return (journal, wallet) ->
        new SiteWorkload(
            settings, home.resolve("site"), tor, outside, journal, wallet, time, random);
  }

  private static Outside outside(SiteSettings site, Path home) {
    var program = Program.find(site.program(), NO_SEARCH_PATH).orElse(Path.of(site.program()));
    return new Outside(
        new DnsNameRecords(site.server(), site.key(), site.entry()),
        new SiteCall(site.entry().name(), site.port(), NameKeeper.pace(site.entry().ttl())),
        new Nginx(program, home.resolve("nginx")));
  }
}
