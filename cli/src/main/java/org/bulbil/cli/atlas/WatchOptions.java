package org.bulbil.cli.atlas;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bulbil.atlas.ingest.Source;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.watch.ChainWatch;
import org.bulbil.atlas.watch.Descriptors;
import org.bulbil.atlas.watch.Pace;
import org.bulbil.atlas.watch.PageWatch;
import org.bulbil.atlas.watch.Reach;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.Upstreams;
import org.bulbil.bitcoin.chain.esplora.EsploraSource;
import org.bulbil.cli.console.ChainServers;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.Time;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.wire.Http;
import picocli.CommandLine.Option;

/** Who is asked about what the network's relays publish: their coins, and their own pages. */
final class WatchOptions {

  /** Where agents of ours answer. */
  private static final int STATUS_PORT = 8080;

  @Option(
      names = "--esplora",
      paramLabel = "URL",
      description =
          "A server of the bitcoin chain; several must agree (default, for the live network: public"
              + " ones). It learns the published addresses, and nothing else.")
  private List<URI> esplora = List.of();

  @Option(names = "--no-chain", description = "Asks nobody for coins.")
  private boolean noChain;

  /** Those that are wanted; they look at what {@code map} shows. */
  List<Source> sources(
      SourceOptions named,
      Network network,
      Http directory,
      Http small,
      Supplier<Snapshot> map,
      Time time) {
    var watches = new ArrayList<Source>();
    var chain = servers(named, network, small);
    if (!chain.isEmpty()) {
      watches.add(new ChainWatch(chain, network, map, Pace.CHAIN, time));
    }
    if (!named.authorities().isEmpty()) {
      var reach = network == Network.REGTEST ? Reach.SANDBOX : Reach.PUBLIC;
      var settings = new PageWatch.Settings(small, reach, STATUS_PORT, Day.REAL, Pace.PAGES);
      var descriptors = new Descriptors(named.authorities(), new DirectoryClient(directory));
      watches.add(new PageWatch(settings, descriptors, map, time));
    }
    return watches;
  }

  /** Where coins of donors are looked up; empty where nobody is to be asked. */
  Optional<ChainSource> chain(SourceOptions named, Network network, Http http) {
    return Optional.of(servers(named, network, http))
        .filter(servers -> !servers.isEmpty())
        .map(Upstreams::new);
  }

  private List<ChainSource> servers(SourceOptions named, Network network, Http http) {
    var places = esplora.isEmpty() && named.isLive() ? ChainServers.of(network) : esplora;
    return noChain
        ? List.of()
        : places.stream().<ChainSource>map(base -> new EsploraSource(base, http)).toList();
  }
}
