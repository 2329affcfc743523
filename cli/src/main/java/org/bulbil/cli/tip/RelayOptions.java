package org.bulbil.cli.tip;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bulbil.atlas.document.Timestamp;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.ingest.DocumentsFolder;
import org.bulbil.atlas.ingest.OnionooServer;
import org.bulbil.atlas.ingest.Told;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.store.Store;
import org.bulbil.atlas.store.VolatileStore;
import org.bulbil.atlas.tip.Freshness;
import org.bulbil.atlas.tip.ProofList;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.wire.Http;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who tells of the relays, as typed. */
final class RelayOptions {

  /** What the rule looks at of the past; the rest is not even kept. */
  private static final Set<Chronicle> PAST = Set.of(Chronicle.UPTIME, Chronicle.WEIGHTS);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @ArgGroup private @Nullable Origin origin;

  @Option(
      names = "--now",
      paramLabel = "MOMENT",
      description = "From when to look, such as \"2013-04-24 12:22:22\" (UTC; default: now).")
  private Optional<String> now;

  @Option(
      names = "--stale-after",
      paramLabel = "TIME",
      description = "Refuses relays of longer ago, such as 12h or 7d (default 1d).")
  private Optional<Duration> limit;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      defaultValue = "mainnet",
      description =
          "Whose bitcoin is donated: mainnet, testnet or regtest (default ${DEFAULT-VALUE}).")
  private String network;

  /** One of them. */
  static final class Origin {

    @Option(
        names = "--documents",
        paramLabel = "FOLDER",
        description =
            "A folder, or one file, with documents of Onionoo's protocol: details, and uptime and"
                + " weights where there are; plain, .gz or .xz.")
    private @Nullable Path documents;

    @Option(
        names = "--atlas",
        paramLabel = "URL",
        description =
            "A server of Onionoo's protocol, such as http://127.0.0.1:8080 or"
                + " https://onionoo.torproject.org; an Atlas also says who is verified.")
    private @Nullable URI atlas;
  }

  /**
   * What was read.
   *
   * @param source for people
   * @param now from when it is looked at
   */
  record Heard(Store store, Snapshot snapshot, String source, Chain chain, Instant now) {}

  /** Whether somebody was named. */
  boolean isNamed() {
    return origin != null;
  }

  /** Reads whoever was named, to look back. */
  Heard readHowOldSoever() throws InterruptedException {
    var store = new VolatileStore(chain(), PAST);
    var source = read(store);
    return new Heard(store, store.snapshot(), source, chain(), now());
  }

  /** Reads whoever was named; trouble where this cannot be done, or is stale. */
  Heard read() throws InterruptedException {
    var heard = readHowOldSoever();
    var _ = freshness().check(heard.snapshot(), heard.now()).orElseThrow(Trouble::new);
    return heard;
  }

  private Freshness freshness() {
    return limit.map(Freshness::new).orElse(Freshness.USUAL);
  }

  private String read(Store store) throws InterruptedException {
    if (origin == null) {
      throw wrong("say who tells of the relays: --documents FOLDER or --atlas URL");
    }
    return origin.documents != null
        ? documents(origin.documents, store)
        : server(Objects.requireNonNull(origin.atlas), store);
  }

  private String documents(Path place, Store store) {
    if (!Files.exists(place)) {
      throw wrong("--documents: there is no " + place);
    }
    settled(place.toString(), new DocumentsFolder(place).bringUpToDate(store));
    return place.toString();
  }

  private String server(URI base, Store store) throws InterruptedException {
    var scheme = base.getScheme();
    if (base.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw wrong("--atlas: a server is such as http://127.0.0.1:8080, not " + base);
    }
    var name = scheme + "://" + base.getHost() + (base.getPort() < 0 ? "" : ":" + base.getPort());
    try (var http = new Http(OnionooServer.LIMITS)) {
      var server = new OnionooServer(base, http, new SystemTime()).onlyWith(PAST);
      settled(name, server.bringUpToDate(store));
      new ProofList(base, http).bring(store);
    }
    return name;
  }

  private static void settled(String place, Outcome<Told> outcome) {
    if (!(outcome instanceof Outcome.Done<Told>)) {
      throw new Trouble("nothing can be read from %s: %s".formatted(place, outcome.summary()));
    }
  }

  private Instant now() {
    return now.map(this::moment).orElseGet(() -> new SystemTime().now());
  }

  private Instant moment(String text) {
    return Timestamp.read(text)
        .or(() -> iso(text))
        .orElseThrow(
            () ->
                wrong("--now: a moment is such as \"2013-04-24 12:22:22\", not \"" + text + "\""));
  }

  private static Optional<Instant> iso(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Chain chain() {
    return switch (network) {
      case "mainnet" -> Chain.MAINNET;
      case "testnet", "signet" -> Chain.TESTNET;
      case "regtest" -> Chain.REGTEST;
      default -> throw wrong("--network: mainnet, testnet or regtest, not " + network);
    };
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
