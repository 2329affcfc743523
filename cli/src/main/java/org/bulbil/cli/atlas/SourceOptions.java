package org.bulbil.cli.atlas;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bulbil.atlas.demo.DemoWorld;
import org.bulbil.atlas.directory.AuthoritySource;
import org.bulbil.atlas.directory.CollectorFolder;
import org.bulbil.atlas.ingest.OnionooServer;
import org.bulbil.atlas.ingest.Source;
import org.bulbil.atlas.page.Site;
import org.bulbil.bitcoin.Network;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.time.Time;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.wire.Http;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who tells a map of the network, as typed. */
final class SourceOptions {

  /** A consensus of the public network is made every hour; others say how long theirs hold. */
  private static final Duration DIRECTORY_INTERVAL = Duration.ofMinutes(30);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--documents",
      paramLabel = "FOLDER",
      description =
          "A folder, or one file, with documents of Onionoo's protocol: details, summary, uptime,"
              + " weights, bandwidth, clients; plain, .gz or .xz. May be given several times. It is"
              + " read again when it changes.")
  private List<Path> documents = List.of();

  @Option(
      names = "--onionoo",
      paramLabel = "URL",
      description =
          "A server of Onionoo's protocol, asked every hour (default, where no other source is"
              + " named: https://onionoo.torproject.org/).")
  private Optional<URI> onionoo;

  @Option(
      names = "--authority",
      paramLabel = "URL",
      description =
          "A directory authority or mirror, such as http://127.77.0.1:9030; several times for"
              + " several of one network.")
  private List<URI> authorities = List.of();

  @Option(
      names = "--directory",
      paramLabel = "FOLDER",
      description =
          "A folder with a consensus, server descriptors and extra-infos, as CollecTor keeps them.")
  private List<Path> directories = List.of();

  @Option(names = "--demo", description = "An invented network, to see the pages.")
  private boolean demo;

  /** Of bitcoin, where nothing else is said: an invented network must take nobody's coins. */
  Network network() {
    return demo ? Network.REGTEST : Network.MAINNET;
  }

  /** What the pages say of themselves. */
  Site site(Chain chain) {
    return new Site(chain, demo ? Site.Kind.DEMO : Site.Kind.REAL, Optional.empty());
  }

  List<URI> authorities() {
    return authorities;
  }

  /** Whether nothing was named, so that the live network is asked. */
  boolean isLive() {
    return documents.isEmpty()
        && onionoo.isEmpty()
        && authorities.isEmpty()
        && directories.isEmpty()
        && !demo;
  }

  /**
   * All sources that were named, or the live server.
   *
   * @param reading of a folder with documents
   */
  List<Source> sources(Http http, Time time, Function<Path, Source> reading) {
    var sources = new ArrayList<Source>();
    if (demo) {
      sources.add(new DemoWorld(time));
    }
    documents.forEach(place -> sources.add(reading.apply(there("--documents", place))));
    directories.forEach(
        place -> sources.add(new CollectorFolder(there("--directory", place), DIRECTORY_INTERVAL)));
    if (!authorities.isEmpty()) {
      authorities.forEach(authority -> server("--authority", authority));
      sources.add(new AuthoritySource(authorities, new DirectoryClient(http), DIRECTORY_INTERVAL));
    }
    onionoo
        .or(() -> isLive() ? Optional.of(OnionooServer.LIVE) : Optional.empty())
        .ifPresent(base -> sources.add(new OnionooServer(server("--onionoo", base), http, time)));
    return sources;
  }

  private Path there(String option, Path place) {
    if (!Files.exists(place)) {
      throw wrong(option + ": there is no " + place);
    }
    return place;
  }

  private URI server(String option, URI base) {
    var scheme = base.getScheme();
    if (base.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw wrong(option + ": a server is such as " + OnionooServer.LIVE + ", not " + base);
    }
    return base;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
