package org.bulbil.cli.atlas;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import org.bulbil.atlas.ingest.DocumentsFolder;
import org.bulbil.atlas.ingest.OnionooServer;
import org.bulbil.atlas.ingest.Rounds;
import org.bulbil.atlas.ingest.Source;
import org.bulbil.atlas.server.AtlasServer;
import org.bulbil.atlas.store.LiveSnapshot;
import org.bulbil.atlas.store.SqlStore;
import org.bulbil.atlas.store.Store;
import org.bulbil.bitcoin.Network;
import org.bulbil.cli.console.Ending;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.time.Time;
import org.bulbil.wire.Http;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bulbil atlas}. */
@Command(
    name = "atlas",
    description =
        "The public map of relays: who is alive, how fast, descended from whom, paid until when, and"
            + " where to pay. It is served from its own store, also when every source is down, and"
            + " says how old its news are. Ctrl-C ends it; nothing is lost.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil atlas                                  the whole network on http://127.0.0.1:8080/",
      "  bulbil atlas --demo                           an invented one, to see the pages",
      "  bulbil atlas --documents FOLDER               from files instead of Onionoo's server",
      "  bulbil atlas --documents FOLDER --once        reads them, prints a line of JSON, and ends",
      "  bulbil atlas export DIR                       the same pages as files",
      "  bulbil atlas --onion                          also as an onion service, by its own tor",
      "  bulbil atlas --db postgresql://map@host/map   a store that several maps share",
      "Exit codes: 0 all well, 1 it failed or a document was refused, 2 typed wrongly."
    },
    subcommands = ExportCommand.class)
public final class AtlasCommand implements Callable<Integer> {

  private static final Jsonb JSON = Jsonb.instance();

  private static final int PORT_MAX = 65_535;

  @Spec private CommandSpec spec;

  @Mixin private SourceOptions sources;

  @Mixin private AtlasOptions options;

  @Mixin private WatchOptions watches;

  @Mixin private OnionOptions onion;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Where to listen (default ${DEFAULT-VALUE}; 0 for any that is free).")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "On which address of this machine (default ${DEFAULT-VALUE}).")
  private String bind;

  @Option(
      names = "--once",
      description = "Asks every source once, prints a summary as one line of JSON, and ends.")
  private boolean once;

  @Option(names = "--json", description = "One JSON object a line on standard output.")
  private boolean json;

  /** The server listens. */
  @Json
  record Listening(String event, String url, int relays) {}

  /** The same is an onion service. */
  @Json
  record Published(String event, String url) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > PORT_MAX) {
      throw new ParameterException(
          spec.commandLine(), "--port must be 0 to %d, not %d".formatted(PORT_MAX, port));
    }
    var time = options.time();
    try (var http = new Http(OnionooServer.LIMITS);
        var small = new Http(Http.Limits.USUAL)) {
      var named =
          sources.sources(http, time, once ? DocumentsFolder::new : DocumentsFolder::sinceLast);
      try (var store = SqlStore.open(options.store(), AtlasOptions.chain(network()), time)) {
        return once ? once(store, named, time) : serve(store, named, http, small, time);
      }
    }
  }

  private Network network() {
    return options.network(sources.network());
  }

  private int once(Store store, List<Source> named, Time time) throws InterruptedException {
    IngestLog.onlyMistakes();
    var turn = new Once();
    var watch = new SystemTime();
    var begun = watch.elapsed();
    try (var rounds = new Rounds(store, time)) {
      turn.ask(named, rounds);
    }
    var summary = turn.summary(store.snapshot(), watch.elapsed().minus(begun));
    spec.commandLine().getOut().println(JSON.toJson(summary));
    return turn.isWell() ? 0 : 1;
  }

  private int serve(Store store, List<Source> named, Http http, Http small, Time time)
      throws IOException, InterruptedException {
    var ending = Ending.bySignal();
    var snapshots = new LiveSnapshot(store, time);
    var site = sources.site(AtlasOptions.chain(network()));
    var chain = watches.chain(sources, network(), small);
    var map = new MapService(store, snapshots, site, options.giving(chain, time), time);
    var address = new InetSocketAddress(bind, port);
    try (var rounds = new Rounds(store, time, map.meters())) {
      rounds.beginAfterAsking(named.stream().filter(Source::isAtHand).toList());
      snapshots.refresh();
      try (var published = onion.publish(address, options.folder(), time);
          var server = map.start(address, published.uri())) {
        tell(server, snapshots.get().relays().size());
        published.uri().ifPresent(this::tell);
        rounds.begin(named.stream().filter(source -> !source.isAtHand()).toList());
        rounds.begin(watches.sources(sources, network(), http, small, snapshots, time));
        snapshots.follow(); // until Ctrl-C interrupts this thread
        var _ = Thread.interrupted(); // so that everything can be closed in order
      }
    }
    return ending.over(0);
  }

  private void tell(URI service) {
    var out = spec.commandLine().getOut();
    out.println(
        json
            ? JSON.toJson(new Published("onion", service.toString()))
            : "As an onion service it is at %s/ in a minute.".formatted(service));
    out.flush();
  }

  private void tell(AtlasServer server, int relays) {
    var url = server.uri() + "/";
    var out = spec.commandLine().getOut();
    out.println(
        json
            ? JSON.toJson(new Listening("listening", url, relays))
            : "The map is at %s (%d relays so far).".formatted(url, relays));
    out.flush();
  }
}
