package org.bulbil.cli.atlas;

import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Callable;
import org.bulbil.atlas.ingest.OnionooServer;
import org.bulbil.atlas.ingest.Rounds;
import org.bulbil.atlas.store.LiveSnapshot;
import org.bulbil.atlas.store.SqlStore;
import org.bulbil.atlas.store.Store;
import org.bulbil.cli.console.Ending;
import org.bulbil.cli.console.Trouble;
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
      "  bulbil atlas --documents FOLDER               from files instead of Onionoo's server",
      "  bulbil atlas --documents FOLDER --once        reads them, prints a line of JSON, and ends",
      "  bulbil atlas --db postgresql://map@host/map   a store that several maps share",
      "Exit codes: 0 all well, 1 it failed or a document was refused, 2 typed wrongly."
    })
public final class AtlasCommand implements Callable<Integer> {

  private static final Jsonb JSON = Jsonb.instance();

  private static final int PORT_MAX = 65_535;

  @Spec private CommandSpec spec;

  @Mixin private AtlasOptions options;

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
  @io.avaje.jsonb.Json
  record Listening(String event, String url, int relays) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > PORT_MAX) {
      throw new ParameterException(
          spec.commandLine(), "--port must be 0 to %d, not %d".formatted(PORT_MAX, port));
    }
    var time = options.time();
    try (var http = new Http(OnionooServer.LIMITS)) {
      var sources = options.sources(http, time);
      try (var store = SqlStore.open(options.store(), options.chain(), time);
          var rounds = new Rounds(store, time)) {
        if (once) {
          var turn = new Once();
          var watch = new SystemTime();
          var begun = watch.elapsed();
          turn.ask(sources, rounds);
          return print(turn.summary(store.snapshot(), watch.elapsed().minus(begun)));
        }
        rounds.begin(sources);
        return serve(store, time);
      }
    }
  }

  private int print(Summary summary) {
    spec.commandLine().getOut().println(JSON.toJson(summary));
    return summary.refused() == 0 ? 0 : 1;
  }

  private int serve(Store store, Time time) throws IOException {
    var ending = Ending.bySignal();
    var snapshots = new LiveSnapshot(store, time);
    try (var server = server(List.of(new HealthRoom(snapshots)))) {
      tell(server.address(), snapshots.get().relays().size());
      snapshots.follow(); // until Ctrl-C interrupts this thread
    }
    Thread.interrupted(); // so that the store can be closed in order
    return ending.over(0);
  }

  private PlainServer server(List<org.bulbil.atlas.web.Room> rooms) throws IOException {
    try {
      return new PlainServer(new InetSocketAddress(bind, port), rooms);
    } catch (BindException e) {
      throw new Trouble(
          "cannot listen on %s:%d (%s); choose another --port"
              .formatted(bind, port, e.getMessage()));
    }
  }

  private void tell(InetSocketAddress address, int relays) {
    var host = address.getAddress().getHostAddress();
    var url =
        "http://%s:%d/".formatted(host.contains(":") ? "[" + host + "]" : host, address.getPort());
    var out = spec.commandLine().getOut();
    out.println(
        json
            ? JSON.toJson(new Listening("listening", url, relays))
            : "The map is at %s (%d relays so far).".formatted(url, relays));
    out.flush();
  }
}
