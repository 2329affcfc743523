package org.bulbil.cli.atlas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.bulbil.atlas.document.Timestamp;
import org.bulbil.atlas.page.Giving;
import org.bulbil.atlas.pledge.PledgeBoard;
import org.bulbil.atlas.tip.PastTips;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.time.Time;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Store, bitcoin network and clock of a map, as typed. */
final class AtlasOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

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
      names = "--tips",
      paramLabel = "FOLDER",
      description =
          "Shows the donations whose audit files (tip.json, with tip.json.snapshot beside it) are put"
              + " there.")
  private Optional<Path> tips;

  @Option(
      names = "--pledges",
      paramLabel = "FOLDER",
      description =
          "Shows the campaigns whose files (of bulbil pledge create) are put there, and takes"
              + " pledges for them.")
  private Optional<Path> pledges;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description =
          "Of bitcoin: mainnet, testnet, signet or regtest (default mainnet; regtest with --demo).")
  private Optional<String> network;

  @Option(
      names = "--now",
      paramLabel = "MOMENT",
      description = "Stops the clock there, such as \"2013-04-24 12:22:22\" (UTC).")
  private Optional<String> now;

  /**
   * Whose coins the map's addresses take.
   *
   * @param usual where nothing was typed
   */
  Network network(Network usual) {
    try {
      return network.map(Network::parse).orElse(usual);
    } catch (IllegalArgumentException e) {
      throw wrong("--network: " + Trouble.inWords(e));
    }
  }

  /** Testnet's and signet's addresses are written alike. */
  static Chain chain(Network network) {
    return switch (network) {
      case MAINNET -> Chain.MAINNET;
      case TESTNET, SIGNET -> Chain.TESTNET;
      case REGTEST -> Chain.REGTEST;
    };
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

  /** What is offered to donors whose coins are looked up on {@code chain}. */
  Giving giving(Optional<ChainSource> chain, Time time) {
    return new Giving(
        tips.map(PastTips::new),
        pledges.map(folder -> new PledgeBoard(folder, chain, Thread::startVirtualThread, time)),
        chain);
  }

  /** Where the map is kept; it is made where it is missing. */
  Path folder() {
    return made(folder);
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

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
