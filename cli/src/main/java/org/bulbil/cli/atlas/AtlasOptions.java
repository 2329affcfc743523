package org.bulbil.cli.atlas;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bulbil.atlas.document.Timestamp;
import org.bulbil.atlas.ingest.DocumentsFolder;
import org.bulbil.atlas.ingest.OnionooServer;
import org.bulbil.atlas.ingest.Source;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.time.Time;
import org.bulbil.wire.Http;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Store, clock and sources of a map, as typed. */
final class AtlasOptions {

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
      names = "--dir",
      paramLabel = "FOLDER",
      defaultValue = "atlas",
      description = "Where the map is kept (default ./${DEFAULT-VALUE}).")
  private Path folder;

  @Option(
      names = "--db",
      paramLabel = "FILE|URL",
      description =
          "A file of SQLite instead of atlas.db in that folder, or"
              + " postgresql://user:password@host/database, which several maps can share.")
  private Optional<String> database;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      defaultValue = "mainnet",
      description = "Of bitcoin: mainnet, testnet, signet or regtest (default ${DEFAULT-VALUE}).")
  private Network network;

  @Option(
      names = "--now",
      paramLabel = "MOMENT",
      description = "Stops the clock there, such as \"2013-04-24 12:22:22\" (UTC).")
  private Optional<String> now;

  Chain chain() {
    return network.chain();
  }

  /** The clock; it stands still where a moment was typed. */
  Time time() {
    var system = new SystemTime();
    return now.<Time>map(text -> new FixedTime(moment(text), system)).orElse(system);
  }

  private Instant moment(String text) {
    return Timestamp.read(text)
        .orElseThrow(
            () ->
                wrong("--now: a moment is such as \"2013-04-24 12:22:22\", not \"" + text + "\""));
  }

  /** Where the store is; its folder is made where it is missing. */
  String store() {
    return database.orElseGet(() -> made(folder).resolve("atlas.db").toString());
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Trouble("cannot make the folder " + folder + ": " + e.getMessage());
    }
  }

  /** All sources that were named, or the live server. */
  List<Source> sources(Http http, Time time) {
    var sources = new ArrayList<Source>();
    for (var place : documents) {
      if (!Files.exists(place)) {
        throw wrong("--documents: there is no " + place);
      }
      sources.add(new DocumentsFolder(place));
    }
    onionoo.ifPresent(base -> sources.add(new OnionooServer(checked(base), http, time)));
    if (sources.isEmpty()) {
      sources.add(new OnionooServer(OnionooServer.LIVE, http, time));
    }
    return sources;
  }

  private URI checked(URI base) {
    var scheme = base.getScheme();
    if (base.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw wrong("--onionoo: a server is such as " + OnionooServer.LIVE + ", not " + base);
    }
    return base;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
